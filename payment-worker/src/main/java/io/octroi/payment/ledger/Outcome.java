package io.octroi.payment.ledger;

import java.util.Locale;

/** What became of a webhook. */
public enum Outcome {
  /** It said something, and it counts. */
  APPLIED,
  /** It said nothing that concerns us. */
  IGNORED,
  /** It tells what follows from a payment that nobody told of yet; it counts once somebody does. */
  UNMATCHED,
  /** It should say something and cannot be read: someone has to look at it. */
  UNREADABLE,
  /** Nobody here speaks this provider's language. */
  NO_TRANSLATOR,
  /** It cannot be believed on its own; the provider is asked. */
  AWAITING_CONFIRMATION,
  /** The provider did not say what it claimed. */
  REFUTED;

  /** The name in the database: {@code no_translator}. */
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
