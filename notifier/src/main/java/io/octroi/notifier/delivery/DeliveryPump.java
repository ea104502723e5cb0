package io.octroi.notifier.delivery;

import io.octroi.runtime.log.LogKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the dispatcher busy: on a signal, and regularly for what nobody signals. */
final class DeliveryPump implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryPump.class);

  private final DeliveryDispatcher dispatcher;
  private final Wakeup wakeup;
  private final DeliveryProperties properties;
  private volatile boolean running;

  DeliveryPump(DeliveryDispatcher dispatcher, Wakeup wakeup, DeliveryProperties properties) {
    this.dispatcher = dispatcher;
    this.wakeup = wakeup;
    this.properties = properties;
  }

  @Override
  public boolean isAutoStartup() {
    return properties.enabled();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("delivery-pump").daemon(true).start(this::pump);
  }

  @Override
  public void stop() {
    running = false;
    wakeup.signal();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void pump() {
    while (running) {
      try {
        wakeup.await(properties.pollInterval());
        if (running) {
          dispatcher.start();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException e) {
        LOG.atWarn()
            .addKeyValue(LogKeys.ERROR, e.getClass().getName())
            .log("due deliveries could not be taken; the next look follows");
        pause();
      }
    }
  }

  /** Signals must not turn an outage of the database into a busy loop. */
  private void pause() {
    try {
      Thread.sleep(properties.pollInterval());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
