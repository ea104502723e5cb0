package io.octroi.notifier.membership;

import java.time.Instant;
import java.util.UUID;

/**
 * A single-use link into a chat.
 *
 * @param deliveryId the delivery that made it
 * @param chatId the configured id of the chat
 */
public record Invitation(UUID deliveryId, long chatId, String link, Instant expiresAt) {

  /** Who has the link can come in. */
  @Override
  public String toString() {
    return "Invitation[" + deliveryId + "]";
  }
}
