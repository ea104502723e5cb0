package io.octroi.subscription.due;

import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.removal.Grace;
import io.octroi.subscription.removal.WaitingRemovals;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks again and again what is due and does it. It remembers nothing: after any downtime the first
 * round does all that became due meanwhile, in order. Any number of instances may run.
 */
@Component
public final class DueClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DueClock.class);

  private final Expiries expiries;
  private final Grace grace;
  private final WaitingRemovals waiting;
  private final Reminders reminders;
  private final Meters meters;
  private final Clock clock;
  private final DueProperties settings;
  private volatile @Nullable ScheduledExecutorService rounds;
  private volatile boolean stopping;

  DueClock(
      Expiries expiries,
      Grace grace,
      WaitingRemovals waiting,
      Reminders reminders,
      Meters meters,
      Clock clock,
      DueProperties settings) {
    this.expiries = expiries;
    this.grace = grace;
    this.waiting = waiting;
    this.reminders = reminders;
    this.meters = meters;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Does all that is due now: first what ends, then who stays although their time is over, then who
   * is to be reminded, each the longest overdue first and in transactions of bounded size.
   */
  public Round runOnce() {
    int expired = untilNothingIsDue(now -> expiries.expire(now, settings.batchSize()));
    expired += untilNothingIsDone(now -> expiries.expireReleased(now, settings.batchSize()));
    int stayed = untilNothingIsDue(now -> grace.extend(now, settings.batchSize()));
    waiting.look(stayed > 0);
    int reminded = untilNothingIsDue(now -> reminders.remind(now, settings.batchSize()));
    return new Round(expired, reminded);
  }

  private int untilNothingIsDue(ToIntFunction<Instant> step) {
    int total = 0;
    int done = settings.batchSize();
    while (done == settings.batchSize() && !stopping) {
      done = step.applyAsInt(clock.instant().truncatedTo(ChronoUnit.MICROS));
      total += done;
    }
    return total;
  }

  /** A release may be used up in less than a batch, and the next one goes on. */
  private int untilNothingIsDone(ToIntFunction<Instant> step) {
    int total = 0;
    int done = 1;
    while (done > 0 && !stopping) {
      done = step.applyAsInt(clock.instant().truncatedTo(ChronoUnit.MICROS));
      total += done;
    }
    return total;
  }

  @Override
  public void start() {
    stopping = false;
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "due-clock"));
    rounds = started;
    ScheduledFuture<?> _ =
        started.scheduleWithFixedDelay(
            this::round, 0, settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the transaction at hand come to its end. */
  @Override
  public void stop() {
    stopping = true;
    ScheduledExecutorService started = rounds;
    rounds = null;
    if (started != null) {
      started.close();
    }
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }

  /** A failed round is no loss: what was due still is. */
  private void round() {
    try {
      Round round = runOnce();
      if (round.expired() + round.reminded() > 0) {
        LOG.atInfo()
            .addKeyValue(LogKeys.EXPIRED, round.expired())
            .addKeyValue(LogKeys.REMINDED, round.reminded())
            .log("The clock did what was due");
      }
    } catch (RuntimeException e) {
      meters.count(SubscriptionMetric.CLOCK_FAILURES, 1);
      LOG.atWarn()
          .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
          .log("A round of the clock failed and will be tried again");
    }
  }

  /**
   * What was done.
   *
   * @param expired subscriptions that were ended
   * @param reminded subscriptions of which a reminder was due
   */
  public record Round(int expired, int reminded) {}
}
