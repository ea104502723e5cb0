package io.octroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passwords and tokens of this one machine, drawn at the first start and kept readable for their
 * owner only. None of them opens anything elsewhere.
 */
public record Credentials(
    String databasePassword,
    String operatorToken,
    String telegramToken,
    String stripeApiKey,
    String stripeWebhookSecret,
    String standardWebhookSecret,
    String partnerSecret) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads them, or draws and keeps them. */
  static Credentials in(Home home) {
    Path file = home.credentialsFile();
    try {
      if (Files.exists(file)) {
        return JSON.readValue(Files.readAllBytes(file), Credentials.class);
      }
      Credentials drawn = draw(new SecureRandom());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(drawn));
      return drawn;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }

  private static Credentials draw(SecureRandom random) {
    return new Credentials(
        hex(random, 16),
        hex(random, 16),
        "100200300:" + hex(random, 16),
        "sk_test_" + hex(random, 16),
        "whsec_" + hex(random, 16),
        "whsec_" + Base64.getEncoder().encodeToString(bytes(random, 32)),
        hex(random, 32));
  }

  /** What Telegram shows with each update; follows from the token, so that older homes have it. */
  String telegramWebhookSecret() {
    return derived("webhook ");
  }

  /** What signs the links by which mails are unsubscribed from. */
  String unsubscribeSecret() {
    return derived("unsubscribe ");
  }

  /** What signs Twilio's callbacks and opens its API. */
  String twilioAuthToken() {
    return derived("twilio ").substring(0, 32);
  }

  /** What the mail server knows the notifier by. */
  String mailPassword() {
    return derived("mail ").substring(0, 32);
  }

  private String derived(String purpose) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((purpose + telegramToken).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A new key for what is sealed: 32 bytes in Base64. */
  static String dataKey() {
    return Base64.getEncoder().encodeToString(bytes(new SecureRandom(), 32));
  }

  private static String hex(SecureRandom random, int length) {
    return HexFormat.of().formatHex(bytes(random, length));
  }

  private static byte[] bytes(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
