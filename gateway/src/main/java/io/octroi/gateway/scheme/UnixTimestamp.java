package io.octroi.gateway.scheme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Unix seconds as a provider wrote them. The text is what gets signed: a number printed again could
 * differ, in leading zeros or in the digits of the machine's locale.
 */
public record UnixTimestamp(String text, Instant at) {
  private static final int MAX_DIGITS = 12;

  public static Attempt<UnixTimestamp> parse(String text) {
    return isWhole(text)
        ? Attempt.passed(new UnixTimestamp(text, Instant.ofEpochSecond(Long.parseLong(text))))
        : Attempt.failed(RejectionReason.MALFORMED_HEADER);
  }

  /** Stricter than {@link Long#parseLong}, which takes signs and digits of any script. */
  private static boolean isWhole(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.charAt(0) != '0'
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The bytes that were signed. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
