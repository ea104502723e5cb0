package io.octroi.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.delivery.DeliveryResults.Recorded;
import io.octroi.runtime.log.LogKeys;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Says in logs and metrics what became of attempts; an alarm for each delivery that failed. */
final class DeliveryReports {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);

  private final MeterRegistry meters;

  DeliveryReports(MeterRegistry meters) {
    this.meters = meters;
  }

  void report(
      Delivery delivery,
      DeliveryOutcome outcome,
      Recorded recorded,
      Instant started,
      Instant finished) {
    String action = delivery.action().wireName();
    NotifierMetric.DELIVERY_ATTEMPTS.record(
        meters, Duration.between(started, finished), action, DeliveryResults.outcomeName(outcome));
    switch (recorded) {
      case Recorded.Settled settled -> settled(delivery, settled);
      case Recorded.Postponed postponed ->
          about(LOG.atInfo(), delivery, postponed.code()).log("a delivery is tried again later");
      case Recorded.Late late -> {
        NotifierMetric.DELIVERY_RESULTS_LATE.count(meters, action);
        about(LOG.atWarn(), delivery, outcome.code())
            .log("a delivery's result came after its lease had ended and is not counted");
      }
    }
  }

  private void settled(Delivery delivery, Recorded.Settled settled) {
    NotifierMetric.DELIVERIES_SETTLED.count(
        meters, delivery.action().wireName(), settled.status().wireName());
    if (settled.status() == DeliveryStatus.FAILED) {
      about(LOG.atError(), delivery, settled.code())
          .log("a delivery failed for good; look into it and start it again");
    } else {
      about(LOG.atDebug(), delivery, settled.code()).log("a delivery is settled");
    }
  }

  private static LoggingEventBuilder about(
      LoggingEventBuilder event, Delivery delivery, String code) {
    return event
        .addKeyValue(LogKeys.NOTIFICATION, delivery.notificationId())
        .addKeyValue(LogKeys.DELIVERY, delivery.id())
        .addKeyValue(LogKeys.ACTION, delivery.action().wireName())
        .addKeyValue(LogKeys.ATTEMPT, delivery.attempt())
        .addKeyValue(LogKeys.CODE, code);
  }
}
