package io.octroi.notifier.membership;

import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What a customer's subscriptions say of a chat. */
enum Desire {
  /** Access is paid for at this instant: may come in. */
  IN,
  /** The end has passed and nothing has said yet that access is over: stays, does not come in. */
  STAY,
  /** It was said that access is over. */
  OUT,
  /** The subscriptions have nothing to do with the chat. */
  NONE;

  /**
   * @param opens whether a subscription opens the chat while it runs
   */
  static Desire of(
      Collection<SubscriptionState> states, Predicate<SubscriptionState> opens, Instant now) {
    List<SubscriptionState> opening = states.stream().filter(opens).toList();
    if (opening.stream().anyMatch(state -> !state.isOverAt(now))) {
      return IN;
    }
    if (opening.stream().anyMatch(SubscriptionState::isActive)) {
      return STAY;
    }
    if (!opening.isEmpty()) {
      return OUT;
    }
    // A plan changed since they came in: they stay for as long as anything is paid for.
    return states.isEmpty() || states.stream().anyMatch(SubscriptionState::isActive) ? NONE : OUT;
  }
}
