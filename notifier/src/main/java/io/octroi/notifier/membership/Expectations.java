package io.octroi.notifier.membership;

import io.octroi.notifier.membership.Memberships.Expected;
import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.PlanChats;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

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
    memberships.expect(
        opened.stream().map(chat -> new Expected(customerId, chat, now, now)).toList());
  }

  /**
   * Subscriptions changed. After an end its deliveries come first; then Telegram is asked whether
   * the account is out.
   */
  public void changed(Collection<SubscriptionState> states, Instant now) {
    memberships.expect(states.stream().flatMap(state -> expected(state, now)).toList());
  }

  private Stream<Expected> expected(SubscriptionState state, Instant now) {
    String customer = state.customerId();
    if (state.isActive()) {
      Instant checkAt = now.plus(properties.checkInterval());
      return chats.of(state.family(), state.planCode()).stream()
          .map(chat -> new Expected(customer, chat, now, checkAt));
    }
    Instant recheckAt = now.plus(properties.recheck());
    return chats.leftWith(state.family(), state.planCode()).stream()
        .map(chat -> new Expected(customer, chat, recheckAt, recheckAt));
  }
}
