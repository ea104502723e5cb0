package io.octroi.subscription.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code grants}, without how to reach the customer. */
@Entity
@Immutable
@Table(name = "grants")
@SuppressWarnings("NullAway.Init") // filled by JPA
class GrantEntity {
  @Id
  @Column(name = "payment_id")
  UUID paymentId;

  @Column(name = "version")
  long version;

  @Column(name = "customer_id")
  String customerId;

  @Column(name = "provider")
  String provider;

  @Column(name = "reference")
  String reference;

  @Column(name = "plan_code")
  String planCode;

  @Nullable
  @Column(name = "family")
  String family;

  @Nullable
  @Column(name = "days")
  Integer days;

  @Column(name = "unknown_plan")
  boolean unknownPlan;

  @Column(name = "status")
  String status;

  @Nullable
  @Column(name = "amount")
  Long amount;

  @Nullable
  @Column(name = "currency")
  String currency;

  @Nullable
  @Column(name = "paid_at")
  Instant paidAt;

  @Column(name = "counted")
  boolean counted;

  @Nullable
  @Column(name = "merged_into")
  UUID mergedInto;

  @Column(name = "updated_at")
  Instant updatedAt;

  protected GrantEntity() {}
}
