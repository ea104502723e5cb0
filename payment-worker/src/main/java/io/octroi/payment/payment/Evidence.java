package io.octroi.payment.payment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one event says about one payment. The event's id makes it unique, so evidence is a set.
 *
 * @param eventId the provider's id of the event
 * @param endpoint where it came in
 * @param at when it happened, by the provider's clock
 */
public record Evidence(String eventId, String endpoint, Instant at, List<PaymentFact> facts) {
  /** Oldest first; total over the evidence of one payment. */
  public static final Comparator<Evidence> BY_TIME =
      Comparator.comparing(Evidence::at).thenComparing(Evidence::eventId);

  public Evidence {
    facts = List.copyOf(facts);
  }
}
