package io.octroi.payment.confirmation;

import io.octroi.contracts.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider's API said.
 *
 * @param word its own word for the status
 * @param id its own id of what it speaks of; empty where it names none
 * @param order our name of the order it speaks of; empty where it names none
 * @param amount empty where it tells none that can be read
 * @param at when it happened, if it tells
 * @param eventType what the provider calls the event it copied; empty for anything but an event
 */
record Finding(
    Status status,
    String word,
    String id,
    String order,
    Optional<Money> amount,
    Optional<Instant> at,
    String eventType) {

  /** How it ended, if it did. */
  enum Status {
    PAID,
    FAILED,
    PENDING
  }
}
