package io.octroi.payment.payment;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which payments a batch speaks of.
 *
 * @param payments the payment of every reference asked for
 * @param absorbed payments that are no more, and the one that stands for them
 * @param begun payments that nothing is stored of but their references, and those only by this
 *     transaction
 */
public record Resolution(
    Map<Reference, PaymentId> payments,
    NavigableMap<PaymentId, PaymentId> absorbed,
    Set<PaymentId> begun) {
  /** Of nothing that was asked for. */
  public static final Resolution NONE = new Resolution(Map.of(), new TreeMap<>(), Set.of());

  public Resolution {
    payments = Map.copyOf(payments);
    absorbed = Collections.unmodifiableNavigableMap(new TreeMap<>(absorbed));
    begun = Set.copyOf(begun);
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
