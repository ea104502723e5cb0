package io.octroi.gateway.secret;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Loads secrets before the first request and then again and again, on a thread of its own. A start
 * waits a moment for the first load, but not for an outage to end: until then the endpoints answer
 * 503 and readiness is down.
 */
class SecretRefresher implements SmartLifecycle, HealthIndicator {
  private final SecretStore store;
  private final SecretProperties properties;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("secret-refresh").daemon().factory());
  private volatile boolean running;

  SecretRefresher(SecretStore store, SecretProperties properties) {
    this.store = store;
    this.properties = properties;
  }

  @Override
  public void start() {
    running = true;
    if (store.isEmpty()) {
      return;
    }
    CountDownLatch first = new CountDownLatch(1);
    thread.execute(() -> {
      refreshAndGoOn();
      first.countDown();
    });
    try {
      boolean _ = first.await(properties.startupWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refreshAndGoOn() {
    store.refresh();
    Duration pause =
        store.locked().isEmpty() ? properties.refreshInterval() : properties.retryInterval();
    if (running) {
      var _ = thread.schedule(this::refreshAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Starts before the web server does, and stops after it. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public Health health() {
    return store.locked().isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("locked", store.locked()).build();
  }
}
