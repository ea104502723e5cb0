package io.octroi.notifier.delivery;

import java.util.Optional;

/** Over what a notification is told. What else deliveries do has no medium. */
public enum Medium {
  TELEGRAM(DeliveryAction.TELEGRAM_MESSAGE),
  EMAIL(DeliveryAction.EMAIL),
  SMS(DeliveryAction.SMS);

  private final DeliveryAction action;

  Medium(DeliveryAction action) {
    this.action = action;
  }

  DeliveryAction action() {
    return action;
  }

  static Optional<Medium> of(DeliveryAction action) {
    for (Medium medium : values()) {
      if (medium.action == action) {
        return Optional.of(medium);
      }
    }
    return Optional.empty();
  }
}
