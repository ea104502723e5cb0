package io.octroi.subscription.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code subscriptions}, without how to reach the customer. */
@Entity
@Immutable
@Table(name = "subscriptions")
@SuppressWarnings("NullAway.Init") // filled by JPA
class SubscriptionEntity {
  @Id
  @Column(name = "subscription_id")
  UUID subscriptionId;

  @Column(name = "customer_id")
  String customerId;

  @Column(name = "family")
  String family;

  @Column(name = "version")
  long version;

  @Column(name = "status")
  String status;

  @Column(name = "plan_code")
  String planCode;

  @Nullable
  @Column(name = "starts_at")
  Instant startsAt;

  @Nullable
  @Column(name = "ends_at")
  Instant endsAt;

  @Nullable
  @Column(name = "reminder_at")
  Instant reminderAt;

  @Nullable
  @Column(name = "reminded_for")
  Instant remindedFor;

  @Nullable
  @Column(name = "grace_until")
  Instant graceUntil;

  @Nullable
  @Column(name = "grace_reason")
  String graceReason;

  @Column(name = "updated_at")
  Instant updatedAt;

  protected SubscriptionEntity() {}
}
