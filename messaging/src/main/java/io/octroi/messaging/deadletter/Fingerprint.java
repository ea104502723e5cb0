package io.octroi.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What makes two failures failures of one record. */
final class Fingerprint {
  private Fingerprint() {}

  /** The same for the same event with the same bytes, wherever it lies. */
  static byte[] of(ConsumerRecord<String, byte[]> letter) {
    String source = DeadLetterHeaders.text(letter.headers(), "ce_source");
    String id = DeadLetterHeaders.text(letter.headers(), "ce_id");
    String event =
        id.isEmpty()
            ? "at " + letter.topic() + "/" + letter.partition() + "@" + letter.offset()
            : "event " + source + " " + id;
    MessageDigest digest = sha256();
    digest.update(event.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    if (letter.value() != null) {
      digest.update(letter.value());
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
