package io.octroi.payment.operations;

import java.time.Instant;

/** What one event said about a payment, as the names of the facts. */
interface FactRow {
  String getEventId();

  String getEndpoint();

  Instant getAt();

  /** Separated by commas. */
  String getKinds();
}
