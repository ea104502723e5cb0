package io.octroi.subscription.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code reminders}. */
@Entity
@Immutable
@IdClass(ReminderEntity.Key.class)
@Table(name = "reminders")
@SuppressWarnings("NullAway.Init") // filled by JPA
class ReminderEntity {
  @Id
  @Column(name = "subscription_id")
  UUID subscriptionId;

  @Id
  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "outcome")
  String outcome;

  @Nullable
  @Column(name = "reason")
  String reason;

  @Column(name = "decided_at")
  Instant decidedAt;

  protected ReminderEntity() {}

  record Key(UUID subscriptionId, Instant endsAt) {}
}
