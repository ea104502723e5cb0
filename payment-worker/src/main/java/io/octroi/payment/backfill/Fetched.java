package io.octroi.payment.backfill;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.translation.Inquiry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes webhooks of what a provider's API listed, in the provider's own words. */
final class Fetched {
  private final String endpoint;
  private final String provider;
  private final Clock clock;

  Fetched(String endpoint, String provider, Clock clock) {
    this.endpoint = endpoint;
    this.provider = provider;
    this.clock = clock;
  }

  /** An event that the provider would have posted, under its own id. */
  VerifiedWebhook event(String id, String type, String orderingKey, Instant at, JsonNode event) {
    return new VerifiedWebhook(
        endpoint,
        provider,
        id,
        type,
        orderingKey.isEmpty() ? id : orderingKey,
        at,
        clock.instant(),
        Provenance.fetched(Origin.BACKFILL),
        event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An object in one of its states, where the provider lists no events.
   *
   * @param id the one that the gateway gives to the webhook of this state, where there is one
   */
  VerifiedWebhook object(String id, String kind, String orderingKey, Instant at, JsonNode object) {
    return event(id, Inquiry.FETCHED + kind, orderingKey, at, object);
  }

  /** Whether a type begins with one of these. */
  static boolean counts(String type, List<String> beginnings) {
    return beginnings.stream().anyMatch(type::startsWith);
  }
}
