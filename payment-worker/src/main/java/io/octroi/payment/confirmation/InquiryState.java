package io.octroi.payment.confirmation;

import java.util.Locale;

/** How an inquiry stands. */
public enum InquiryState {
  OPEN,
  /** The provider said what was claimed. */
  CONFIRMED,
  /** The provider said something else. */
  REFUTED,
  /** The provider does not know what was asked for. */
  UNKNOWN,
  /** The money came and is not what was asked; a person has to look at it. */
  MISMATCH,
  /** The provider never came to an end. */
  EXPIRED;

  /** The name in the database: {@code open}. */
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
