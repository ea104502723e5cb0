package io.octroi.payment.payment;

import io.octroi.payment.publication.Told;
import java.util.List;
import java.util.Set;

/**
 * What came of booking.
 *
 * @param told events to publish, in their order
 * @param nowMatched evidence that came before its payment was heard of, and now has it
 * @param unmatched payments of which only consequences are known so far
 */
public record Booked(List<Told> told, List<Evidence> nowMatched, Set<PaymentId> unmatched) {}
