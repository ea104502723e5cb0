package io.octroi.payment.intake;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.payment.translation.Translation.Unreadable;
import io.octroi.payment.translation.Translators;
import io.octroi.walks.Polled;
import java.util.IdentityHashMap;

/** Reads webhooks from their records as the payment-worker does, each once: reading is pure. */
public final class WebhookReader {
  private final Translators translators;
  private final IdentityHashMap<VerifiedWebhook, Reading> readings = new IdentityHashMap<>();

  public WebhookReader(Translators translators) {
    this.translators = translators;
  }

  /**
   * @throws IllegalArgumentException for a webhook that cannot be read: the walk's own mistake
   */
  Reading read(VerifiedWebhook webhook) {
    Reading reading = readings.computeIfAbsent(webhook, this::fresh);
    if (reading.meaning() instanceof Unreadable(String reason)) {
      throw new IllegalArgumentException("no provider writes " + webhook + ": " + reason);
    }
    return reading;
  }

  private Reading fresh(VerifiedWebhook webhook) {
    return Reading.of(Polled.of(WebhookCodec.toRecord(webhook), 0), translators);
  }
}
