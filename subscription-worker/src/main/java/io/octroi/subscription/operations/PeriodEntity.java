package io.octroi.subscription.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code periods}. */
@Entity
@Immutable
@Table(name = "periods")
@SuppressWarnings("NullAway.Init") // filled by JPA
class PeriodEntity {
  @Id
  @Column(name = "payment_id")
  UUID paymentId;

  @Column(name = "subscription_id")
  UUID subscriptionId;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  protected PeriodEntity() {}
}
