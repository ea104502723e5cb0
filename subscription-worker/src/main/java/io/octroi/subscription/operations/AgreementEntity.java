package io.octroi.subscription.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code agreements}. */
@Entity
@Immutable
@IdClass(AgreementEntity.Key.class)
@Table(name = "agreements")
@SuppressWarnings("NullAway.Init") // filled by JPA
class AgreementEntity {
  @Id
  @Column(name = "provider")
  String provider;

  @Id
  @Column(name = "agreement")
  String agreement;

  @Column(name = "customer_id")
  String customerId;

  @Nullable
  @Column(name = "plan_code")
  String planCode;

  @Column(name = "status")
  String status;

  @Nullable
  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  protected AgreementEntity() {}

  record Key(String provider, String agreement) {}
}
