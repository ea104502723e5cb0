package io.octroi.payment.translation;

import io.octroi.contracts.VerifiedWebhook;

/**
 * Reads one provider's webhooks. Pure: the same bytes always mean the same, no clock, no network.
 */
public interface Translator {
  /** Whose webhooks it reads, as in {@link VerifiedWebhook#provider()}. */
  String provider();

  /** What {@code webhook} means; never throws for anything a body can hold. */
  Translation translate(VerifiedWebhook webhook);
}
