package io.octroi.payment.api;

import java.time.Duration;

/** What came of asking a provider's API. */
public sealed interface ApiAnswer {

  /**
   * The provider answered.
   *
   * @param document its answer, byte for byte; a JSON object or array
   */
  @SuppressWarnings("ArrayRecordComponent") // the exact bytes are the point; compared nowhere
  record Answered(byte[] document) implements ApiAnswer {
    /** Without the document, which may hold personal data. */
    @Override
    public String toString() {
      return "Answered[" + document.length + " bytes]";
    }
  }

  /** The provider answered that it knows of no such thing. */
  record Unknown() implements ApiAnswer {}

  /**
   * No answer now; the same question may be answered later.
   *
   * @param reason a stable code such as {@code timeout}; never a part of an answer
   * @param after how long not to ask again; zero where nobody said
   */
  record Unavailable(String reason, Duration after) implements ApiAnswer {}

  /**
   * The provider does not let us ask: a matter of credentials or configuration, for a person.
   *
   * @param reason a stable code such as {@code unauthorized}; never a part of an answer
   */
  record Refused(String reason) implements ApiAnswer {}
}
