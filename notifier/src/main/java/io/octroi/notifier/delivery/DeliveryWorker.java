package io.octroi.notifier.delivery;

import io.octroi.runtime.fault.FaultPoint;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one delivery: read what is true now, send, record. */
final class DeliveryWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  private final Assignments assignments;
  private final StaleEffects staleEffects;
  private final Channels channels;
  private final DeliveryResults results;
  private final DeliveryReports reports;
  private final Clock clock;

  DeliveryWorker(
      Assignments assignments,
      StaleEffects staleEffects,
      Channels channels,
      DeliveryResults results,
      DeliveryReports reports,
      Clock clock) {
    this.assignments = assignments;
    this.staleEffects = staleEffects;
    this.channels = channels;
    this.results = results;
    this.reports = reports;
    this.clock = clock;
  }

  void deliver(Delivery delivery) {
    try {
      Instant started = clock.instant();
      DeliveryOutcome outcome = attempt(assignments.of(delivery, started));
      FaultPoint.MID_DELIVERY.reached();
      Instant finished = clock.instant();
      reports.report(
          delivery, outcome, results.record(delivery, outcome, finished), started, finished);
    } catch (RuntimeException e) {
      // Nothing is recorded: the lease ends and the delivery is taken again.
      LOG.atWarn()
          .addKeyValue(LogKeys.DELIVERY, delivery.id())
          .addKeyValue(LogKeys.ACTION, delivery.action().wireName())
          .addKeyValue(LogKeys.ATTEMPT, delivery.attempt())
          .addKeyValue(LogKeys.ERROR, e.getClass().getName())
          .log("a delivery could not be read or recorded; it is tried again after its lease");
    }
  }

  private DeliveryOutcome attempt(Assignment assignment) {
    Delivery delivery = assignment.delivery();
    Channel channel = channels.of(delivery.action());
    Optional<String> stale =
        staleEffects.reasonToDrop(
            delivery.action(), assignment.notification(), assignment.known(), assignment.now());
    try {
      return stale.isPresent()
          ? channel.abandon(assignment, stale.get())
          : channel.send(assignment);
    } catch (RuntimeException e) {
      // The message may hold an address or a secret.
      LOG.atWarn()
          .addKeyValue(LogKeys.DELIVERY, delivery.id())
          .addKeyValue(LogKeys.ACTION, delivery.action().wireName())
          .addKeyValue(LogKeys.ERROR, e.getClass().getName())
          .log("a channel broke");
      return DeliveryOutcome.RetryLater.refusedForNow("channel_broke");
    }
  }
}
