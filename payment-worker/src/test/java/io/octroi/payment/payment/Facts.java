package io.octroi.payment.payment;

import io.octroi.contracts.Money;
import io.octroi.payment.payment.PaymentFact.Canceled;
import io.octroi.payment.payment.PaymentFact.DisputeLost;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.DisputeWon;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Refund;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import java.time.Instant;
import java.util.List;

/** Evidence of a payment of 49.00 EUR, second by second. */
final class Facts {
  static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

  private Facts() {}

  static Evidence at(int second, PaymentFact... facts) {
    return named("evt_" + second + "_" + List.of(facts).hashCode(), second, facts);
  }

  static Evidence named(String eventId, int second, PaymentFact... facts) {
    return new Evidence(eventId, "stripe-main", START.plusSeconds(second), List.of(facts));
  }

  static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }

  static PaymentFact pending() {
    return new Pending(eur(4900));
  }

  static PaymentFact failed() {
    return new Failed(eur(4900), "card_declined");
  }

  static PaymentFact canceled() {
    return new Canceled(eur(4900), "abandoned");
  }

  static PaymentFact succeeded() {
    return new Succeeded(eur(4900), AmountSource.PAYMENT);
  }

  static PaymentFact refundedTo(long cents) {
    return new RefundedTo("ch_1", eur(cents));
  }

  static PaymentFact refund(String id, long cents, RefundStatus status) {
    return new Refund(id, "ch_1", eur(cents), status);
  }

  static PaymentFact opened(String id) {
    return new DisputeOpened(id, eur(4900));
  }

  static PaymentFact won(String id) {
    return new DisputeWon(id, eur(4900));
  }

  static PaymentFact lost(String id) {
    return new DisputeLost(id, eur(4900));
  }
}
