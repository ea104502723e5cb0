package io.octroi.payment.ledger;

/** What makes a webhook unique. */
public record LedgerKey(String endpoint, String eventId) implements Comparable<LedgerKey> {
  @Override
  public int compareTo(LedgerKey other) {
    int byEndpoint = endpoint.compareTo(other.endpoint);
    return byEndpoint != 0 ? byEndpoint : eventId.compareTo(other.eventId);
  }
}
