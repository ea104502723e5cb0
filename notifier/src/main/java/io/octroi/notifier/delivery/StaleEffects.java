package io.octroi.notifier.delivery;

import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.Optional;

/** Whether what a delivery tells or does is still true. */
final class StaleEffects {
  private StaleEffects() {}

  /** Why the delivery is to be dropped; empty where it is to be sent. */
  static Optional<String> reasonToDrop(
      DeliveryAction action, Notification notification, SubscriptionState state, Instant now) {
    return switch (action) {
      case EMAIL, TELEGRAM_MESSAGE -> ofMessage(notification, state, now);
      case EMAIL_LINK, TELEGRAM_INVITATION, TELEGRAM_LINKS ->
          onlyIf(state.isOverAt(now), "access_over");
      case TELEGRAM_REMOVAL -> activeAgain(notification, state);
      // Who comes back gets a new link; two valid ones would let two people in.
      case TELEGRAM_REVOCATION -> Optional.empty();
    };
  }

  private static Optional<String> ofMessage(
      Notification notification, SubscriptionState state, Instant now) {
    return switch (notification.kind()) {
      // That a payment arrived stays true when access is over, unless the payment went back.
      case ACTIVATION_CONFIRMED, RENEWAL_CONFIRMED ->
          onlyIf(
              state.reversed() && state.version() > notification.subject().version(),
              "payment_reversed");
      case ACCESS_REOPENED, ACCOUNT_LINKED -> onlyIf(state.isOverAt(now), "access_over");
      case REMINDER -> ofReminder(notification, state, now);
      case ACCESS_ENDED -> activeAgain(notification, state);
    };
  }

  private static Optional<String> ofReminder(
      Notification notification, SubscriptionState state, Instant now) {
    if (!now.isBefore(notification.subject().endsAt()) || state.isOverAt(now)) {
      return Optional.of("access_over");
    }
    return onlyIf(!state.endsAt().equals(notification.subject().endsAt()), "period_changed");
  }

  private static Optional<String> activeAgain(Notification notification, SubscriptionState state) {
    return onlyIf(state.isActiveSince(notification.subject().version()), "active_again");
  }

  private static Optional<String> onlyIf(boolean stale, String reason) {
    return stale ? Optional.of(reason) : Optional.empty();
  }
}
