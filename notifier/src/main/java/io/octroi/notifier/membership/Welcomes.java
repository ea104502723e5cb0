package io.octroi.notifier.membership;

import io.octroi.contracts.EventIds;
import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Invites an account that has become known into all that its customer has access to; in the
 * transaction it is called in.
 */
public final class Welcomes {
  private final SubscriptionStates subscriptions;
  private final Chats chats;
  private final Notifications notifications;
  private final Deliveries deliveries;
  private final Invitations invitations;
  private final Memberships memberships;
  private final Duration invitationPatience;

  Welcomes(
      SubscriptionStates subscriptions,
      Chats chats,
      Notifications notifications,
      Deliveries deliveries,
      Invitations invitations,
      Memberships memberships,
      Duration invitationPatience) {
    this.subscriptions = subscriptions;
    this.chats = chats;
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.invitations = invitations;
    this.memberships = memberships;
    this.invitationPatience = invitationPatience;
  }

  /**
   * Plans invitations and the message that carries them, one for each subscription that runs.
   *
   * @param cause what makes it the same invitation, should it be asked for again
   * @return how many messages were planned
   */
  public int plan(String customerId, String cause, String traceparent, Instant now) {
    Set<Long> all = new HashSet<>();
    subscriptions.ofCustomer(customerId).forEach(state -> all.addAll(chats.openedBy(state)));
    all.removeAll(memberships.chatsWithCustomer(customerId));
    return plan(customerId, all, cause, traceparent, now);
  }

  /** The same, into some chats only. */
  int plan(String customerId, Set<Long> into, String cause, String traceparent, Instant now) {
    List<Notification> planned = new ArrayList<>();
    List<PlannedDelivery> toMake = new ArrayList<>();
    for (SubscriptionState state : subscriptions.ofCustomer(customerId)) {
      List<Long> opened =
          state.isOverAt(now)
              ? List.of()
              : chats.openedBy(state).stream().filter(into::contains).toList();
      if (!opened.isEmpty()) {
        Notification notification = notification(state, cause, traceparent, now);
        planned.add(notification);
        toMake.addAll(deliveries(notification, opened, now));
      }
    }
    Set<UUID> made = notifications.insert(planned);
    var _ =
        deliveries.insert(toMake.stream().filter(d -> made.contains(d.notificationId())).toList());
    // The account is known by now: also what else waited for it may go.
    deliveries.release(List.of(customerId));
    return made.size();
  }

  /** Whether a customer has access to no chat at all. */
  public boolean opensNothing(String customerId, Instant now) {
    return subscriptions.ofCustomer(customerId).stream()
        .allMatch(state -> state.isOverAt(now) || chats.openedBy(state).isEmpty());
  }

  private List<PlannedDelivery> deliveries(
      Notification notification, List<Long> opened, Instant now) {
    List<PlannedDelivery> planned = new ArrayList<>();
    Set<Long> missing = new LinkedHashSet<>(opened);
    // What was made when access opened is still good, for nobody was told of it.
    invitations
        .usableOf(notification.access().subscriptionId(), now)
        .forEach(link -> missing.remove(link.chatId()));
    for (long chat : missing) {
      planned.add(
          delivery(
              notification, DeliveryAction.TELEGRAM_INVITATION, Long.toString(chat), now, now));
    }
    // Let go as soon as the links are there.
    Instant due = missing.isEmpty() ? now : now.plus(invitationPatience);
    planned.add(delivery(notification, DeliveryAction.TELEGRAM_LINKS, "", due, now));
    return planned;
  }

  private static PlannedDelivery delivery(
      Notification notification, DeliveryAction action, String target, Instant due, Instant now) {
    return new PlannedDelivery(
        notification.id(), notification.subject().customerId(), action, target, due, now);
  }

  private static Notification notification(
      SubscriptionState state, String cause, String traceparent, Instant now) {
    return new Notification(
        EventIds.next(now),
        "account-linked:" + state.subscriptionId() + ":" + cause,
        NotificationKind.ACCOUNT_LINKED,
        new Notification.Subject(
            state.customerId(),
            state.planCode(),
            new Notification.Access(
                state.subscriptionId(), state.version(), state.family(), state.endsAt())),
        null,
        false,
        now,
        now,
        traceparent);
  }
}
