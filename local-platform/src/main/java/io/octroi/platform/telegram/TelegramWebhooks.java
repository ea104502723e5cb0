package io.octroi.platform.telegram;

import io.octroi.platform.provider.SignedWebhook;

/** Deliveries of updates as Telegram makes them: the secret token itself, whatever the body. */
public final class TelegramWebhooks {
  private TelegramWebhooks() {}

  public static SignedWebhook update(byte[] update, String secretToken) {
    return SignedWebhook.json(update).withHeader("X-Telegram-Bot-Api-Secret-Token", secretToken);
  }
}
