package io.octroi.payment.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.EventTypes;
import io.octroi.payment.intake.Bookkeeping.Entered;
import io.octroi.payment.ledger.Entry;
import io.octroi.payment.ledger.Outcome;
import io.octroi.payment.ledger.Recorded;
import io.octroi.payment.publication.Told;
import io.octroi.payment.telemetry.PaymentMetric;
import io.octroi.runtime.log.LogKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts and reports what a batch came to, once its transaction has committed. */
final class Tally {
  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

  private final MeterRegistry metrics;

  Tally(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void afterCommit(Recorded recorded, Entered entered) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            report(recorded, entered);
          }
        });
  }

  private void report(Recorded recorded, Entered entered) {
    Map<List<String>, Integer> webhooks = new HashMap<>();
    for (Entry entry : recorded.fresh()) {
      webhooks.merge(
          List.of(entry.webhook().provider(), entry.outcome().storedName()), 1, Integer::sum);
      warn(entry);
    }
    webhooks.forEach(
        (kind, count) -> PaymentMetric.WEBHOOKS.add(metrics, count, kind.toArray(String[]::new)));
    for (Entry entry : recorded.known()) {
      provider(PaymentMetric.DUPLICATES, entry);
    }
    for (Entry entry : recorded.conflicting()) {
      provider(PaymentMetric.CONFLICTS, entry);
      told(LOG.atError(), entry)
          .log("A webhook came again with other bytes; it was kept aside and changed nothing");
    }
    Map<String, Integer> published = new HashMap<>();
    for (Told told : entered.told()) {
      published.merge(EventTypes.nameOf(told.event().getClass()), 1, Integer::sum);
    }
    published.forEach((type, count) -> PaymentMetric.PUBLISHED.add(metrics, count, type));
    if (entered.merged() > 0) {
      PaymentMetric.MERGED.add(metrics, entered.merged());
    }
  }

  private static void warn(Entry entry) {
    if (entry.outcome() == Outcome.UNREADABLE || entry.outcome() == Outcome.NO_TRANSLATOR) {
      told(LOG.atWarn(), entry)
          .addKeyValue(LogKeys.REASON, entry.reason())
          .log("A webhook was kept and cannot be understood");
    }
  }

  private void provider(PaymentMetric metric, Entry entry) {
    metric.count(metrics, entry.webhook().provider());
  }

  private static LoggingEventBuilder told(LoggingEventBuilder event, Entry entry) {
    return event
        .addKeyValue(LogKeys.ENDPOINT, entry.webhook().endpoint())
        .addKeyValue(LogKeys.PROVIDER, entry.webhook().provider())
        .addKeyValue(LogKeys.EVENT_ID, entry.webhook().eventId())
        .addKeyValue(LogKeys.EVENT_TYPE, entry.webhook().eventType())
        .addKeyValue(LogKeys.RECORD, entry.source());
  }
}
