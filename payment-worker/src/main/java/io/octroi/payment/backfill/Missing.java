package io.octroi.payment.backfill;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.telemetry.PaymentMetric;
import io.octroi.runtime.log.LogKeys;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what the ledger lacks. */
final class Missing {
  private static final Logger LOG = LoggerFactory.getLogger(Missing.class);

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
    Believed believed =
        Believed.of(ledger, endpoint, events.stream().map(VerifiedWebhook::eventId).toList());
    List<VerifiedWebhook> lacked =
        events.reversed().stream()
            .filter(event -> believed.lacks(event.eventId()))
            .map(event -> named(event, believed.freeId(event.eventId())))
            .toList();
    if (!lacked.isEmpty()) {
      feed.publish(lacked);
      PaymentMetric.BACKFILLED.add(metrics, lacked.size(), endpoint);
      LOG.atWarn()
          .addKeyValue(LogKeys.ENDPOINT, endpoint)
          .addKeyValue(LogKeys.COUNT, lacked.size())
          .log("The ledger lacked these events; they were fetched from the provider");
    }
    return lacked.size();
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
