package io.octroi.payment.ledger;

import io.octroi.contracts.VerifiedWebhook;

/**
 * A webhook on its way into the ledger.
 *
 * @param sha256 the hash of its body
 * @param source where it was read from
 * @param outcome what becomes of it
 * @param reason why, as a stable code; empty where there is nothing to explain
 */
public record Entry(
    VerifiedWebhook webhook, Sha256 sha256, Source source, Outcome outcome, String reason) {

  public LedgerKey key() {
    return new LedgerKey(webhook.endpoint(), webhook.eventId());
  }

  /** Where a record was read from, and the trace in which it is handled. */
  public record Source(String topic, int partition, long offset, String traceparent) {
    @Override
    public String toString() {
      return topic + "/" + partition + "@" + offset;
    }
  }
}
