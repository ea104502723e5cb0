package io.octroi.notifier.intake;

import io.octroi.contracts.EventIds;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.notification.NotificationProperties;
import io.octroi.notifier.payment.PaymentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be told of a payment as it stands. That it succeeded is told with the access that it
 * opened.
 */
record PaymentPlanner(NotificationProperties limits) {

  /**
   * @param news the newest that is known of its payment
   */
  List<Telling> plan(PaymentNews news, Instant now) {
    PaymentState payment = news.state();
    Instant settled = now.plus(limits.settleTime());
    List<Telling> tellings = new ArrayList<>();
    if (payment.isFailed()) {
      Instant due = news.occurredAt().plus(limits.failurePatience());
      tellings.add(telling(news, NotificationKind.PAYMENT_FAILED, "", latest(due, now), now));
    }
    if (payment.isRefunded() && payment.refunded() != null) {
      String total = ":" + payment.refunded().minorUnits();
      tellings.add(telling(news, NotificationKind.REFUND, total, settled, now));
    }
    String dispute = ":" + payment.disputes();
    if (payment.isDisputed()) {
      tellings.add(telling(news, NotificationKind.DISPUTE_OPENED, dispute, settled, now));
    }
    if (payment.isDisputeWon()) {
      tellings.add(telling(news, NotificationKind.DISPUTE_WON, dispute, settled, now));
    }
    if (payment.isLost()) {
      tellings.add(telling(news, NotificationKind.DISPUTE_LOST, "", settled, now));
    }
    return tellings;
  }

  /** Keyed by the payment: reassigning it to another customer does not tell it twice. */
  private Telling telling(
      PaymentNews news, NotificationKind kind, String which, Instant dueAt, Instant now) {
    PaymentState payment = news.state();
    Notification notification =
        new Notification(
            EventIds.next(now),
            kind.wireName() + ":" + payment.paymentId() + which,
            kind,
            new Notification.Subject(payment.customerId(), payment.planCode(), null),
            new Notification.Payment(
                payment.paymentId(),
                payment.amount(),
                kind == NotificationKind.REFUND ? payment.refunded() : null),
            false,
            news.occurredAt(),
            now,
            news.traceparent());
    return new Telling(notification, List.of(mail(notification, dueAt, now)), null);
  }

  private PlannedDelivery mail(Notification notification, Instant dueAt, Instant now) {
    return new PlannedDelivery(
        notification.id(),
        notification.subject().customerId(),
        DeliveryAction.EMAIL,
        "",
        dueAt,
        now,
        limits.isTooOld(notification, now) ? "too_old" : "");
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
