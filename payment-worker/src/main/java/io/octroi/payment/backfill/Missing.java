package io.octroi.payment.backfill;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.telemetry.LogKeys;
import io.octroi.payment.telemetry.PaymentMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the ledger lacks. A webhook that could not be believed, and that nobody confirmed,
 * leaves its event lacking: the list itself is the provider's word. Such an event goes under a name
 * of its own, because the ledger has the other.
 */
final class Missing {
  private static final Logger LOG = LoggerFactory.getLogger(Missing.class);
  private static final String LISTED = "listed:";

  private final Ledger ledger;
  private final WebhookFeed feed;
  private final MeterRegistry metrics;

  Missing(Ledger ledger, WebhookFeed feed, MeterRegistry metrics) {
    this.ledger = ledger;
    this.feed = feed;
    this.metrics = metrics;
  }

  /**
   * Returns how many were lacking; the broker has them by then.
   *
   * @param events newest first
   */
  int publish(String endpoint, List<VerifiedWebhook> events) {
    if (events.isEmpty()) {
      return 0;
    }
    Map<String, Boolean> believed =
        ledger.believed(
            endpoint,
            events.stream().flatMap(e -> Stream.of(e.eventId(), LISTED + e.eventId())).toList());
    List<VerifiedWebhook> lacked = new ArrayList<>();
    events.reversed().forEach(event -> lacking(event, believed).ifPresent(lacked::add));
    if (!lacked.isEmpty()) {
      feed.publish(lacked);
      metrics
          .counter(PaymentMetric.BACKFILLED.meterName(), PaymentMetric.TAG_ENDPOINT, endpoint)
          .increment(lacked.size());
      LOG.atWarn()
          .addKeyValue(LogKeys.ENDPOINT, endpoint)
          .addKeyValue(LogKeys.COUNT, lacked.size())
          .log("The ledger lacked these events; they were fetched from the provider");
    }
    return lacked.size();
  }

  private static Optional<VerifiedWebhook> lacking(
      VerifiedWebhook event, Map<String, Boolean> believed) {
    if (believed.getOrDefault(event.eventId(), false)
        || believed.getOrDefault(LISTED + event.eventId(), false)) {
      return Optional.empty();
    }
    return Optional.of(
        believed.containsKey(event.eventId()) ? named(event, LISTED + event.eventId()) : event);
  }

  private static VerifiedWebhook named(VerifiedWebhook event, String id) {
    return new VerifiedWebhook(
        event.endpoint(),
        event.provider(),
        id,
        event.eventType(),
        event.orderingKey(),
        event.occurredAt(),
        event.receivedAt(),
        event.provenance(),
        event.body());
  }
}
