package io.octroi.payment.payment;

import java.util.Locale;

/**
 * What a provider's reference points at; the first kind a payment has gives its public reference.
 */
public enum ReferenceKind {
  /** The provider's payment object, such as Stripe's {@code pi_…}. */
  PAYMENT,
  INVOICE,
  CHECKOUT,
  /** One movement of money within a payment. */
  CHARGE,
  REFUND,
  DISPUTE;

  /** The name in the database: {@code payment}. */
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no kind has
   */
  public static ReferenceKind ofStoredName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
