package io.octroi.payment.backfill;

import io.octroi.payment.ledger.Ledger;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the ledger believes of a provider's events. A webhook that could not be believed, and that
 * nobody confirmed, leaves its event lacking: the list itself is the provider's word. Such an event
 * goes in under a name of its own, because the ledger has the other.
 */
final class Believed {
  private static final String LISTED = "listed:";

  private final Map<String, Boolean> known;

  private Believed(Map<String, Boolean> known) {
    this.known = Map.copyOf(known);
  }

  /** Looks these up. */
  static Believed of(Ledger ledger, String endpoint, Collection<String> eventIds) {
    return new Believed(
        eventIds.isEmpty()
            ? Map.of()
            : ledger.believed(
                endpoint, eventIds.stream().flatMap(id -> Stream.of(id, LISTED + id)).toList()));
  }

  boolean lacks(String eventId) {
    return !known.getOrDefault(eventId, false) && !known.getOrDefault(LISTED + eventId, false);
  }

  /** Under which id it can go in. */
  String freeId(String eventId) {
    return known.containsKey(eventId) ? LISTED + eventId : eventId;
  }
}
