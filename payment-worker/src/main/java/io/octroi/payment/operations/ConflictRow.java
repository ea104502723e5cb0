package io.octroi.payment.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A webhook whose id was known with other bytes, without its body. */
@Entity
@Immutable
@Table(name = "ledger_conflicts")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class ConflictRow {
  @Id long position;
  String endpoint;
  String eventId;
  byte[] sha256;
  Instant receivedAt;
  String topic;

  @Column(name = "partition_no")
  int partition;

  @Column(name = "offset_no")
  long offset;

  Instant recordedAt;
}
