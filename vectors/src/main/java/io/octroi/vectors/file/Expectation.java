package io.octroi.vectors.file;

import java.util.Optional;

/**
 * What a file says of a case.
 *
 * @param word {@code valid} or {@code invalid:<reason>}; the class of a result code
 * @param policy whether other verdicts can be defended too
 * @param eventId what to know the event by; empty if the file does not say
 * @param eventType what kind of event it is; empty if the file does not say
 * @param plaintext what an encrypted body holds
 */
public record Expectation(
    String word, boolean policy, String eventId, String eventType, Optional<byte[]> plaintext) {
  private static final String VALID = "valid";

  public boolean valid() {
    return word.equals(VALID);
  }

  /** Whether our own configuration is what is wrong, which a start may find. */
  public boolean misconfigured() {
    return word.equals("invalid:misconfigured-secret");
  }
}
