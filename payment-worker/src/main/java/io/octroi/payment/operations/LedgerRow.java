package io.octroi.payment.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of the ledger as operators see it: without the body, which may hold personal data. */
@Entity
@Immutable
@Table(name = "ledger")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class LedgerRow {
  @EmbeddedId Key key;
  long position;
  String provider;
  String eventType;
  String orderingKey;
  Instant occurredAt;
  Instant receivedAt;
  String secretVersion;
  String trust;
  String origin;
  byte[] sha256;
  String topic;

  @Column(name = "partition_no")
  int partition;

  @Column(name = "offset_no")
  long offset;

  String traceparent;
  Instant recordedAt;
  String outcome;
  String reason;

  /** Endpoint and event id. */
  @Embeddable
  record Key(String endpoint, String eventId) implements Serializable {}
}
