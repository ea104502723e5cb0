package io.octroi.notifier.membership;

import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.PlanChats;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Has linked accounts looked after in the chats that subscriptions are about; in the transaction it
 * is called in.
 */
public final class Expectations {
  private final SubscriptionStates subscriptions;
  private final PlanChats chats;
  private final Memberships memberships;
  private final MembershipProperties properties;

  Expectations(
      SubscriptionStates subscriptions,
      PlanChats chats,
      Memberships memberships,
      MembershipProperties properties) {
    this.subscriptions = subscriptions;
    this.chats = chats;
    this.memberships = memberships;
    this.properties = properties;
  }

  /** A customer's account has become known: Telegram is asked where it is already. */
  public void linked(String customerId, Instant now) {
    Set<Long> opened = new HashSet<>();
    subscriptions
        .ofCustomer(customerId)
        .forEach(state -> opened.addAll(chats.of(state.family(), state.planCode())));
    memberships.expect(customerId, opened, now, now);
  }

  /**
   * Subscriptions changed. After an end its deliveries come first; then Telegram is asked whether
   * the account is out.
   */
  public void changed(Collection<SubscriptionState> states, Instant now) {
    Duration recheck = properties.recheck();
    // One order for all transactions.
    List<SubscriptionState> ordered =
        states.stream().sorted(Comparator.comparing(SubscriptionState::customerId)).toList();
    for (SubscriptionState state : ordered) {
      if (state.isActive()) {
        memberships.expect(
            state.customerId(),
            chats.of(state.family(), state.planCode()),
            now,
            now.plus(properties.checkInterval()));
      } else {
        memberships.expect(
            state.customerId(),
            chats.leftWith(state.family(), state.planCode()),
            now.plus(recheck),
            now.plus(recheck));
      }
    }
  }
}
