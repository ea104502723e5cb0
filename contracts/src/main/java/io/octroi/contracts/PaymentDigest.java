package io.octroi.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two services know of a payment, in a word: the same where they know the same, and nobody
 * learns from it whose the payment is.
 */
public final class PaymentDigest {
  private static final String ABSENT = "-";

  private PaymentDigest() {}

  /**
   * SHA-256, in hexadecimal, of customer, plan, name, status, amount, time of payment (to the
   * microsecond) and contact; neither of version, endpoint, refunds nor disputes.
   */
  public static String of(PaymentSnapshot payment) {
    Contact contact = payment.contact();
    String words =
        Stream.<@Nullable Object>of(
                payment.customerId(),
                payment.planCode(),
                payment.provider(),
                payment.reference(),
                payment.status().wireName(),
                payment.amount() == null ? ABSENT : payment.amount().minorUnits(),
                payment.amount() == null ? ABSENT : payment.amount().currency(),
                payment.paidAt() == null ? ABSENT : payment.paidAt().truncatedTo(ChronoUnit.MICROS),
                contact.email(),
                contact.language(),
                contact.telegramUserId(),
                contact.phone())
            .map(word -> word == null ? ABSENT : word.toString())
            // No separator that a word may hold: each is told with its length.
            .map(word -> word.length() + ":" + word)
            .collect(Collectors.joining());
    return HexFormat.of().formatHex(sha256().digest(words.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
