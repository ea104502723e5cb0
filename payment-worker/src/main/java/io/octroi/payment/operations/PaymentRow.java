package io.octroi.payment.operations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A payment as operators see it: whose it is, not how to reach them. */
@Entity
@Immutable
@Table(name = "payments")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class PaymentRow {
  @Id UUID id;
  long version;
  boolean published;
  String provider;
  String reference;
  String endpoint;
  @Nullable String agreement;
  @Nullable String providerCustomer;
  boolean matched;
  boolean currenciesDiffer;
  String status;
  @Nullable String currency;
  @Nullable Long amount;
  @Nullable Long refunded;
  @Nullable Instant paidAt;
  @Nullable String customerId;
  @Nullable String planCode;
  @Nullable UUID mergedInto;
  Instant createdAt;
  Instant updatedAt;
}
