package io.octroi.gateway.scheme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Unix seconds as a provider wrote them. The text is what gets signed: a number printed again could
 * differ, in leading zeros or in the digits of the machine's locale.
 */
public record UnixTimestamp(String text, Instant at) {
  /** Stricter than {@link Long#parseLong}, which takes signs and digits of any script. */
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

  public static Attempt<UnixTimestamp> parse(String text) {
    return SECONDS.matcher(text).matches()
        ? Attempt.passed(new UnixTimestamp(text, Instant.ofEpochSecond(Long.parseLong(text))))
        : Attempt.failed(RejectionReason.MALFORMED_HEADER);
  }

  /** The bytes that were signed. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
