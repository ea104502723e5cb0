package io.octroi.payment.backfill;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.payment.api.ProviderApi;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.telemetry.PaymentMetric;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again what is due, each endpoint on a thread of its own: a slow provider must not
 * hold up anything else. The clock may be moved, so what is due is looked at often.
 */
final class BackfillSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BackfillSchedule.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Poller poller;
  private final Watermarks watermarks;
  private final ProviderApis apis;
  private final BackfillProperties settings;
  private final Clock clock;
  private final MeterRegistry metrics;
  private volatile boolean running;
  private ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1);

  BackfillSchedule(
      Poller poller,
      Watermarks watermarks,
      ProviderApis apis,
      BackfillProperties settings,
      Clock clock,
      MeterRegistry metrics) {
    this.poller = poller;
    this.watermarks = watermarks;
    this.apis = apis;
    this.settings = settings;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void start() {
    running = true;
    if (poller.endpoints().isEmpty()) {
      return;
    }
    poller
        .endpoints()
        .forEach(endpoint -> {
          Instant now = clock.instant();
          watermarks.prepare(endpoint, provider(endpoint), now.minus(settings.lookback()), now);
          PaymentMetric.WATERMARK_AGE.show(metrics, () -> ageSeconds(endpoint), endpoint);
        });
    threads =
        new ScheduledThreadPoolExecutor(
            poller.endpoints().size(), Thread.ofPlatform().name("backfill-", 1).daemon().factory());
    poller
        .endpoints()
        .forEach(endpoint -> {
          var _ =
              threads.scheduleWithFixedDelay(
                  () -> look(endpoint), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  @Override
  public void stop() {
    running = false;
    // A poll that is cut off is made again by whoever comes next.
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private String provider(String endpoint) {
    return apis.of(endpoint).map(ProviderApi::provider).orElse("");
  }

  private void look(String endpoint) {
    try {
      poller.pollWhileDue(endpoint);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .setCause(e)
          .addKeyValue(LogKeys.ENDPOINT, endpoint)
          .log("What a provider lists could not be looked at; tried again");
    }
  }

  private double ageSeconds(String endpoint) {
    return watermarks.all().stream()
        .filter(row -> row.endpoint().equals(endpoint))
        .mapToDouble(
            row -> Duration.between(row.completeUntil(), clock.instant()).toMillis() / 1000.0)
        .findFirst()
        .orElse(Double.NaN);
  }
}
