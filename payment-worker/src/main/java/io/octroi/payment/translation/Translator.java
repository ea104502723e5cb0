package io.octroi.payment.translation;

import io.octroi.contracts.VerifiedWebhook;
import java.util.Optional;

/**
 * Reads one provider's webhooks. Pure: the same bytes always mean the same, no clock, no network.
 */
public interface Translator {
  /** Whose webhooks it reads, as in {@link VerifiedWebhook#provider()}. */
  String provider();

  /** What {@code webhook} means; never throws for anything a body can hold. */
  Translation translate(VerifiedWebhook webhook);

  /**
   * What to ask the provider because of {@code webhook}; empty where its bytes say all there is to
   * say, or nothing that anyone could be asked about. Never throws for anything a body can hold.
   */
  default Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    return Optional.empty();
  }
}
