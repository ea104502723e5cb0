package io.octroi.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again how far this worker's groups are behind. It asks the broker and not the
 * consumers, so that a consumer that has died is seen; on a thread of its own, because a broker
 * that is away is waited for.
 */
final class ConsumerLag implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLag.class);

  private final Supplier<Admin> admins;
  private final Supplier<List<Reading>> readings;
  private final Duration interval;
  private final Clock machine;
  private final MeterRegistry metrics;
  private final Map<Reading, LagHistory> histories = new HashMap<>();
  private volatile Optional<Thread> watcher = Optional.empty();

  /**
   * @param readings what is read, once all listeners are made
   * @param machine the machine's own clock: what waits, waits by it
   */
  ConsumerLag(
      Supplier<Admin> admins,
      Supplier<List<Reading>> readings,
      Duration interval,
      Clock machine,
      MeterRegistry metrics) {
    this.admins = admins;
    this.readings = readings;
    this.interval = interval;
    this.machine = machine;
    this.metrics = metrics;
  }

  /** A topic and the group that reads it. */
  record Reading(String topic, String group) {}

  @Override
  public void start() {
    for (Reading reading : readings.get()) {
      LagHistory history = histories.computeIfAbsent(reading, absent -> new LagHistory());
      String[] tags = {reading.topic(), reading.group()};
      MessagingMetric.CONSUMER_LAG.show(metrics, history::records, tags);
      MessagingMetric.CONSUMER_LAG_AGE.show(
          metrics, () -> history.age(machine.instant()).toMillis() / 1000.0, tags);
    }
    watcher = Optional.of(Thread.ofPlatform().name("consumer-lag").daemon().start(this::watch));
  }

  private void watch() {
    try {
      while (true) {
        try (Admin admin = admins.get()) {
          while (true) {
            look(admin);
            pause();
          }
        } catch (KafkaException e) {
          LOG.atWarn()
              .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
              .log("The broker cannot be asked how far consumers are behind; tried again");
        }
        pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(interval.toMillis());
  }

  private void look(Admin admin) throws InterruptedException {
    for (Map.Entry<Reading, LagHistory> entry : histories.entrySet()) {
      try {
        look(admin, entry.getKey(), entry.getValue());
      } catch (ExecutionException | TimeoutException e) {
        // What was seen last still counts, and goes on ageing.
        LOG.atDebug()
            .addKeyValue(LogKeys.TOPIC, entry.getKey().topic())
            .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
            .log("The broker did not say how far a consumer is behind");
      }
    }
  }

  private void look(Admin admin, Reading reading, LagHistory history)
      throws InterruptedException, ExecutionException, TimeoutException {
    long patience = interval.toMillis();
    Map<Integer, Long> positions = new HashMap<>();
    admin
        .listConsumerGroupOffsets(reading.group())
        .partitionsToOffsetAndMetadata()
        .get(patience, TimeUnit.MILLISECONDS)
        .forEach((partition, read) -> {
          if (read != null && partition.topic().equals(reading.topic())) {
            positions.put(partition.partition(), read.offset());
          }
        });
    Map<TopicPartition, OffsetSpec> asked =
        admin
            .describeTopics(List.of(reading.topic()))
            .allTopicNames()
            .get(patience, TimeUnit.MILLISECONDS)
            .values()
            .stream()
            .flatMap(topic -> topic.partitions().stream())
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(reading.topic(), p.partition()),
                    p -> OffsetSpec.latest()));
    Instant now = machine.instant();
    Map<Integer, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get(patience, TimeUnit.MILLISECONDS)
        .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
    history.saw(now, ends, positions);
  }

  @Override
  public void stop() {
    watcher.ifPresent(Thread::interrupt);
    watcher = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return watcher.isPresent();
  }
}
