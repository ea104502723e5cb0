package io.octroi.payment.confirmation;

import java.util.Locale;

/** What a claim turned out to be worth. */
public enum Verdict {
  /** The provider says so too. */
  VALID,
  /** The money did not come, and nobody claims that it did. */
  NOT_PAID,
  /** Nobody asked for it, or the provider does not know it. */
  UNKNOWN_ORDER,
  /** The money came, but not as much or not in the currency that was asked. */
  AMOUNT_MISMATCH,
  /** The provider does not know yet. */
  REQUERY_PENDING,
  /** The provider says something else, or speaks of something else. */
  REQUERY_DISAGREES,
  /** The provider gives no answer. */
  REQUERY_UNAVAILABLE,
  /** A notification without the token that only we and the provider know. */
  MISSING_TOKEN,
  /** A notification with another token. */
  TOKEN_MISMATCH,
  MALFORMED_BODY,
  EMPTY_BODY,
  /** The order was found paid before. */
  ALREADY_PROCESSED;

  /** The stored name: {@code requery_pending}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
