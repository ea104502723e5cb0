package io.octroi.notifier.intake;

import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.notifier.contact.ToldContact;
import io.octroi.notifier.subscription.SubscriptionState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Of many events the newest word on each subscription. */
record Newest(Collection<SubscriptionState> states, Collection<ToldContact> contacts) {

  static Newest of(List<Incoming> events) {
    Map<UUID, SubscriptionState> states = new HashMap<>();
    Map<UUID, ToldContact> contacts = new HashMap<>();
    for (Incoming incoming : events) {
      SubscriptionSnapshot snapshot = incoming.event().subscription();
      states.merge(
          snapshot.subscriptionId(),
          SubscriptionState.of(snapshot, incoming.isReversal()),
          (known, other) -> other.version() > known.version() ? other : known);
      contacts.merge(
          snapshot.subscriptionId(),
          new ToldContact(
              snapshot.subscriptionId(),
              snapshot.version(),
              snapshot.customerId(),
              incoming.event().occurredAt(),
              snapshot.contact()),
          ToldContact::join);
    }
    return new Newest(states.values(), contacts.values());
  }
}
