package io.octroi.notifier.intake;

import io.octroi.contracts.EventIds;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionActivated;
import io.octroi.contracts.SubscriptionEvent.SubscriptionAmended;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionReminderDue;
import io.octroi.contracts.SubscriptionEvent.SubscriptionRenewed;
import io.octroi.contracts.SubscriptionEvent.SubscriptionShortened;
import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notification.Payment;
import io.octroi.notifier.notification.Notification.Subject;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.telegram.PlanChats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of an event, and by which deliveries.
 *
 * @param chats ids of the chats that a plan opens
 * @param invitationPatience how long a confirmation waits for its invitation
 * @param telegramMessages whether reminders also go out as Telegram messages
 */
record NotificationPlanner(PlanChats chats, Duration invitationPatience, boolean telegramMessages) {

  Optional<Telling> plan(Incoming incoming, Instant now) {
    return switch (incoming.event()) {
      case SubscriptionActivated e -> Optional.of(activated(incoming, e, now));
      case SubscriptionRenewed e -> {
        Notification notification =
            notification(
                incoming,
                NotificationKind.RENEWAL_CONFIRMED,
                "renewal-confirmed:" + e.paymentId(),
                Payment.of(e.paymentId(), e.amount()),
                now);
        yield Optional.of(new Telling(notification, List.of(mail(notification, now)), null));
      }
      case SubscriptionReminderDue e -> Optional.of(reminder(incoming, e, now));
      case SubscriptionExpired e -> Optional.of(ended(incoming, now));
      case SubscriptionShortened e -> Optional.empty();
      case SubscriptionAmended e -> Optional.empty();
    };
  }

  /** Keyed by the payment alone: reassigning it to another customer does not confirm it twice. */
  private Telling activated(Incoming incoming, SubscriptionActivated event, Instant now) {
    SubscriptionSnapshot subscription = event.subscription();
    Payment payment = Payment.of(event.paymentId(), event.amount());
    Notification reopened =
        notification(
            incoming,
            NotificationKind.ACCESS_REOPENED,
            "access:" + subscription.subscriptionId() + ":" + subscription.version(),
            payment,
            now);
    Notification confirmed =
        notification(
            incoming,
            NotificationKind.ACTIVATION_CONFIRMED,
            "activation:" + event.paymentId(),
            payment,
            now);
    return new Telling(
        confirmed, opening(confirmed, now), new Telling(reopened, opening(reopened, now), null));
  }

  private Telling reminder(Incoming incoming, SubscriptionReminderDue event, Instant now) {
    SubscriptionSnapshot subscription = event.subscription();
    String key = "reminder:" + subscription.subscriptionId() + ":" + subscription.endsAt();
    Notification notification = notification(incoming, NotificationKind.REMINDER, key, null, now);
    List<PlannedDelivery> deliveries = new ArrayList<>();
    deliveries.add(mail(notification, now));
    if (telegramMessages && subscription.contact().telegramUserId() != null) {
      deliveries.add(delivery(notification, DeliveryAction.TELEGRAM_MESSAGE, "", now, now));
    }
    return new Telling(notification, deliveries, null);
  }

  /** The end of one period can come twice: after a payment went back, came again and ran out. */
  private Telling ended(Incoming incoming, Instant now) {
    SubscriptionSnapshot subscription = incoming.event().subscription();
    String key = "ended:" + subscription.subscriptionId() + ":" + subscription.endsAt();
    Notification first = notification(incoming, NotificationKind.ACCESS_ENDED, key, null, now);
    Notification again =
        notification(
            incoming, NotificationKind.ACCESS_ENDED, key + ":" + subscription.version(), null, now);
    return new Telling(first, closing(first, now), new Telling(again, closing(again, now), null));
  }

  private List<PlannedDelivery> opening(Notification notification, Instant now) {
    List<PlannedDelivery> deliveries = new ArrayList<>();
    for (long chat : chatsOf(notification)) {
      deliveries.add(toChat(notification, DeliveryAction.TELEGRAM_INVITATION, chat, now));
    }
    Instant mailDueAt = deliveries.isEmpty() ? now : now.plus(invitationPatience);
    deliveries.add(delivery(notification, DeliveryAction.EMAIL, "", mailDueAt, now));
    return deliveries;
  }

  private List<PlannedDelivery> closing(Notification notification, Instant now) {
    List<PlannedDelivery> deliveries = new ArrayList<>();
    for (long chat : chatsToLeave(notification)) {
      deliveries.add(toChat(notification, DeliveryAction.TELEGRAM_REVOCATION, chat, now));
      deliveries.add(toChat(notification, DeliveryAction.TELEGRAM_REMOVAL, chat, now));
    }
    deliveries.add(mail(notification, now));
    return deliveries;
  }

  private List<Long> chatsOf(Notification notification) {
    return chats.of(notification.access().family(), notification.subject().planCode());
  }

  private Set<Long> chatsToLeave(Notification notification) {
    return chats.leftWith(notification.access().family(), notification.subject().planCode());
  }

  private static PlannedDelivery mail(Notification notification, Instant now) {
    return delivery(notification, DeliveryAction.EMAIL, "", now, now);
  }

  private static PlannedDelivery toChat(
      Notification notification, DeliveryAction action, long chat, Instant now) {
    return delivery(notification, action, Long.toString(chat), now, now);
  }

  private static PlannedDelivery delivery(
      Notification notification, DeliveryAction action, String target, Instant dueAt, Instant now) {
    return new PlannedDelivery(
        notification.id(), notification.subject().customerId(), action, target, dueAt, now);
  }

  private static Notification notification(
      Incoming incoming,
      NotificationKind kind,
      String key,
      @Nullable Payment payment,
      Instant now) {
    SubscriptionEvent event = incoming.event();
    return new Notification(
        EventIds.next(now),
        key,
        kind,
        Subject.of(event.subscription()),
        payment,
        incoming.isReversal(),
        event.occurredAt(),
        now,
        incoming.traceparent());
  }
}
