package io.octroi.notifier.linking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The payload of a start link. Who shows it first is taken for the customer it was given to.
 *
 * @param text 1 to 64 of {@code A-Za-z0-9_-}, as Telegram has it
 */
record StartToken(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int RANDOM_BYTES = 32;

  StartToken {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the payload of a start link");
    }
  }

  static StartToken draw(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new StartToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads what somebody sent; empty for what no start link can hold. */
  static Optional<StartToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new StartToken(text)) : Optional.empty();
  }

  /** All that is kept of it. */
  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Who has the token can link an account. */
  @Override
  public String toString() {
    return "StartToken[…]";
  }
}
