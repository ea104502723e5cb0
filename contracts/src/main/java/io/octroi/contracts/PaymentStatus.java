package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a payment is, seen from outside. */
public enum PaymentStatus {
  /** No final word yet. */
  PENDING,
  /** The money is there. */
  SUCCEEDED,
  /** It came to nothing; a later success still counts. */
  FAILED,
  /** Some of the money went back. */
  PARTIALLY_REFUNDED,
  /** All of the money went back. */
  REFUNDED,
  /** The payer contests it; the outcome is open. */
  DISPUTED,
  /** The payer contested it and won: the money is gone. */
  LOST;

  /** The name on the wire and in the database: {@code partially_refunded}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no status has
   */
  public static PaymentStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
