package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What the payment-worker tells on {@link Topics#WATERMARKS}. */
public sealed interface WatermarkEvent extends DomainEvent {
  /** The endpoint whose provider it is about. */
  String endpoint();

  @Override
  @JsonIgnore
  default String key() {
    return endpoint();
  }

  /**
   * Everything that the provider of an endpoint had to tell until {@code completeUntil} is in the
   * ledger. Never moves back.
   *
   * @param occurredAt when that was found, by our clock
   * @param completeUntil exclusive, by the provider's clock
   */
  record WatermarkAdvanced(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("provider") String provider,
      @JsonProperty("complete_until") Instant completeUntil)
      implements WatermarkEvent {}
}
