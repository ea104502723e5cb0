package io.octroi.payment.payment;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which payments a batch speaks of.
 *
 * @param payments the payment of every reference asked for
 * @param absorbed payments that are no more, and the one that stands for them
 */
public record Resolution(
    Map<Reference, PaymentId> payments, NavigableMap<PaymentId, PaymentId> absorbed) {
  public Resolution {
    payments = Map.copyOf(payments);
    absorbed = Collections.unmodifiableNavigableMap(new TreeMap<>(absorbed));
  }

  /**
   * @throws IllegalArgumentException for a reference that was not asked for
   */
  public PaymentId paymentOf(Reference reference) {
    PaymentId payment = payments.get(reference);
    if (payment == null) {
      throw new IllegalArgumentException("the reference was not asked for");
    }
    return payment;
  }
}
