package io.octroi.payment.payment;

import java.util.List;

/**
 * What one event adds to one payment.
 *
 * @param references names of the payment that the event gives; none for a decision of ours
 * @param evidence what the event says; without facts it links names only
 * @param traceparent W3C trace context of the event; empty where there is none
 */
public record Booking(
    PaymentId payment, List<Reference> references, Evidence evidence, String traceparent) {
  public Booking {
    references = List.copyOf(references);
  }
}
