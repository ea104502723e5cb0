package io.octroi.payment.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.payment.ledger.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators get to see, as JSON. */
final class Views {
  private Views() {}

  /** A webhook, by all that is known of it but its body. */
  record LedgerEntry(
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("event_id") String eventId,
      @JsonProperty("provider") String provider,
      @JsonProperty("event_type") String eventType,
      @JsonProperty("outcome") String outcome,
      @JsonProperty("reason") String reason,
      @JsonProperty("trust") String trust,
      @JsonProperty("origin") String origin,
      @JsonProperty("secret_version") String secretVersion,
      @JsonProperty("ordering_key") String orderingKey,
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("received_at") Instant receivedAt,
      @JsonProperty("recorded_at") Instant recordedAt,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("record") String source,
      @JsonProperty("traceparent") String traceparent) {

    static LedgerEntry of(LedgerRow row) {
      return new LedgerEntry(
          row.key.endpoint(),
          row.key.eventId(),
          row.provider,
          row.eventType,
          row.outcome,
          row.reason,
          row.trust,
          row.origin,
          row.secretVersion,
          row.orderingKey,
          row.occurredAt,
          row.receivedAt,
          row.recordedAt,
          Sha256.ofBytes(row.sha256).hex(),
          row.topic + "/" + row.partition + "@" + row.offset,
          row.traceparent);
    }
  }

  /** A webhook that came again with other bytes. */
  record Conflict(
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("event_id") String eventId,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("received_at") Instant receivedAt,
      @JsonProperty("recorded_at") Instant recordedAt,
      @JsonProperty("record") String source) {

    static Conflict of(ConflictRow row) {
      return new Conflict(
          row.endpoint,
          row.eventId,
          Sha256.ofBytes(row.sha256).hex(),
          row.receivedAt,
          row.recordedAt,
          row.topic + "/" + row.partition + "@" + row.offset);
    }
  }

  /** A payment; amounts in minor units of the currency. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Payment(
      @JsonProperty("payment_id") UUID id,
      @JsonProperty("version") long version,
      @JsonProperty("published") boolean published,
      @JsonProperty("provider") String provider,
      @JsonProperty("reference") String reference,
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("status") String status,
      @JsonProperty("currency") @Nullable String currency,
      @JsonProperty("amount") @Nullable Long amount,
      @JsonProperty("refunded") @Nullable Long refunded,
      @JsonProperty("paid_at") @Nullable Instant paidAt,
      @JsonProperty("customer_id") @Nullable String customerId,
      @JsonProperty("plan_code") @Nullable String planCode,
      @JsonProperty("agreement") @Nullable String agreement,
      @JsonProperty("provider_customer") @Nullable String providerCustomer,
      @JsonProperty("matched") boolean matched,
      @JsonProperty("currencies_differ") boolean currenciesDiffer,
      @JsonProperty("merged_into") @Nullable UUID mergedInto,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("updated_at") Instant updatedAt) {

    static Payment of(PaymentRow row) {
      return new Payment(
          row.id,
          row.version,
          row.published,
          row.provider,
          row.reference,
          row.endpoint,
          row.status,
          row.currency,
          row.amount,
          row.refunded,
          row.paidAt,
          row.customerId,
          row.planCode,
          row.agreement,
          row.providerCustomer,
          row.matched,
          row.currenciesDiffer,
          row.mergedInto,
          row.createdAt,
          row.updatedAt);
    }
  }

  /** A payment with all its names and what was said about it. */
  record PaymentDetails(
      @JsonProperty("payment") Payment payment,
      @JsonProperty("references") List<String> references,
      @JsonProperty("facts") List<Fact> facts) {}

  /** What one event said. */
  record Fact(
      @JsonProperty("event_id") String eventId,
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("at") Instant at,
      @JsonProperty("kinds") List<String> kinds) {

    static Fact of(FactRow row) {
      return new Fact(
          row.getEventId(), row.getEndpoint(), row.getAt(), List.of(row.getKinds().split(",", -1)));
    }
  }
}
