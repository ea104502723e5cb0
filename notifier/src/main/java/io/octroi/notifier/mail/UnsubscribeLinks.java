package io.octroi.notifier.mail;

import io.octroi.notifier.notification.Notification;
import io.octroi.runtime.secret.SensitiveSetting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the addresses by which mails are unsubscribed from. The token names the notification and
 * nobody; the gateway verifies it with its endpoint's secret.
 */
final class UnsubscribeLinks {
  private static final byte[] PURPOSE = "octroi.unsubscribe.v1".getBytes(StandardCharsets.US_ASCII);

  private final UnsubscribeProperties properties;
  private final SensitiveSetting secret;

  /**
   * @param secret may change at any moment
   */
  UnsubscribeLinks(UnsubscribeProperties properties, SensitiveSetting secret) {
    this.properties = properties;
    this.secret = secret;
  }

  /** Only what is not about the customer's own money or access can be unsubscribed from. */
  static boolean canBeUnsubscribedFrom(Notification notification) {
    return switch (notification.kind()) {
      case REMINDER -> true;
      case ACTIVATION_CONFIRMED,
          RENEWAL_CONFIRMED,
          ACCESS_REOPENED,
          ACCESS_ENDED,
          ACCOUNT_LINKED,
          REFUND,
          PAYMENT_FAILED,
          DISPUTE_OPENED,
          DISPUTE_WON,
          DISPUTE_LOST ->
          false;
    };
  }

  Unsubscribing of(Notification notification) {
    return canBeUnsubscribedFrom(notification)
        ? new Unsubscribing(
            properties.url().isEmpty() ? "" : properties.url() + "/" + token(notification.id()),
            properties.mailto())
        : Unsubscribing.NONE;
  }

  private String token(UUID notificationId) {
    byte[] id =
        ByteBuffer.allocate(16)
            .putLong(notificationId.getMostSignificantBits())
            .putLong(notificationId.getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(PURPOSE);
      byte[] code = mac.doFinal(id);
      byte[] token = ByteBuffer.allocate(id.length + code.length).put(id).put(code).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
