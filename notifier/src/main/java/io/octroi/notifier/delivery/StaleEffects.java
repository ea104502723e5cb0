package io.octroi.notifier.delivery;

import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationProperties;
import io.octroi.notifier.payment.PaymentState;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Whether what a delivery tells or does is still true, and worth telling. */
final class StaleEffects {
  private final NotificationProperties limits;

  StaleEffects(NotificationProperties limits) {
    this.limits = limits;
  }

  /** Why the delivery is to be dropped; empty where it is to be sent. */
  Optional<String> reasonToDrop(
      DeliveryAction action, Notification notification, Known known, Instant now) {
    return switch (action) {
      case EMAIL, SMS, TELEGRAM_MESSAGE -> ofMessage(notification, known, now);
      case EMAIL_LINK, TELEGRAM_INVITATION, TELEGRAM_LINKS ->
          onlyIf(subscription(known).isOverAt(now), "access_over");
      case TELEGRAM_REMOVAL -> activeAgain(notification, subscription(known));
      // Who comes back gets a new link; two valid ones would let two people in.
      case TELEGRAM_REVOCATION -> Optional.empty();
    };
  }

  private Optional<String> ofMessage(Notification notification, Known known, Instant now) {
    Optional<String> untrue =
        known.payment() == null
            ? ofAccess(notification, subscription(known), now)
            : ofPayment(notification, known.payment(), known.paidSince());
    return untrue.or(() -> onlyIf(isOld(notification, known, now), "too_old"));
  }

  /** What lets somebody in is never too old as long as it does. */
  private boolean isOld(Notification notification, Known known, Instant now) {
    boolean opens =
        switch (notification.kind()) {
          case ACTIVATION_CONFIRMED, ACCESS_REOPENED, ACCOUNT_LINKED ->
              !subscription(known).isOverAt(now);
          case RENEWAL_CONFIRMED,
              REMINDER,
              ACCESS_ENDED,
              REFUND,
              PAYMENT_FAILED,
              DISPUTE_OPENED,
              DISPUTE_WON,
              DISPUTE_LOST ->
              false;
        };
    return !opens && limits.isTooOld(notification, now);
  }

  private static Optional<String> ofAccess(
      Notification notification, SubscriptionState state, Instant now) {
    return switch (notification.kind()) {
      // That a payment arrived stays true when access is over, unless the payment went back.
      case ACTIVATION_CONFIRMED, RENEWAL_CONFIRMED ->
          onlyIf(
              state.reversed() && state.version() > notification.access().version(),
              "payment_reversed");
      case ACCESS_REOPENED, ACCOUNT_LINKED -> onlyIf(state.isOverAt(now), "access_over");
      case REMINDER -> ofReminder(notification, state, now);
      case ACCESS_ENDED -> activeAgain(notification, state);
      case REFUND, PAYMENT_FAILED, DISPUTE_OPENED, DISPUTE_WON, DISPUTE_LOST -> Optional.empty();
    };
  }

  private static Optional<String> ofPayment(
      Notification notification, PaymentState state, boolean paidSince) {
    if (state.merged()) {
      return Optional.of("payment_merged");
    }
    return switch (notification.kind()) {
      case PAYMENT_FAILED ->
          onlyIf(!state.isFailed(), "no_longer_failed").or(() -> onlyIf(paidSince, "paid_since"));
      // The mail of the next total says all that this one would.
      case REFUND ->
          onlyIf(
              !Objects.equals(state.refunded(), notification.requiredPayment().refunded()),
              "refund_changed");
      case DISPUTE_OPENED -> onlyIf(!state.isDisputed(), "dispute_over");
      case DISPUTE_WON -> onlyIf(!state.isDisputeWon(), "dispute_not_won");
      case DISPUTE_LOST -> onlyIf(!state.isLost(), "dispute_not_lost");
      case ACTIVATION_CONFIRMED,
          RENEWAL_CONFIRMED,
          ACCESS_REOPENED,
          REMINDER,
          ACCESS_ENDED,
          ACCOUNT_LINKED ->
          Optional.empty();
    };
  }

  private static Optional<String> ofReminder(
      Notification notification, SubscriptionState state, Instant now) {
    if (!now.isBefore(notification.access().endsAt()) || state.isOverAt(now)) {
      return Optional.of("access_over");
    }
    return onlyIf(!state.endsAt().equals(notification.access().endsAt()), "period_changed");
  }

  private static Optional<String> activeAgain(Notification notification, SubscriptionState state) {
    return onlyIf(state.isActiveSince(notification.access().version()), "active_again");
  }

  private static SubscriptionState subscription(Known known) {
    return Objects.requireNonNull(known.subscription(), "a delivery about no subscription");
  }

  private static Optional<String> onlyIf(boolean stale, String reason) {
    return stale ? Optional.of(reason) : Optional.empty();
  }
}
