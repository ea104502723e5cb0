package io.octroi.messaging.deadletter;

import io.octroi.messaging.consumer.WorkerConsumers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** Listens to the dead-letter topics of whatever the worker listens to. */
final class DeadLetterListener implements SmartLifecycle {
  private static final Duration TOPIC_REFRESH = Duration.ofSeconds(10);

  private final Map<String, Object> consumerConfig;
  private final Duration commitAgainTimeout;
  private final Supplier<List<String>> topics;
  private final String group;
  private final DeadLetterIntake intake;
  private final CommonErrorHandler errors;
  private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

  /**
   * @param topics asked at the start, when all listeners of the worker are known
   */
  DeadLetterListener(
      Map<String, Object> consumerConfig,
      Duration commitAgainTimeout,
      Supplier<List<String>> topics,
      String group,
      DeadLetterIntake intake,
      CommonErrorHandler errors) {
    this.consumerConfig = consumerConfig;
    this.commitAgainTimeout = commitAgainTimeout;
    this.topics = topics;
    this.group = group;
    this.intake = intake;
    this.errors = errors;
  }

  @Override
  public synchronized void start() {
    List<String> all = topics.get();
    if (all.isEmpty() || container != null) {
      return;
    }
    consumerConfig.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumerConfig.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumerConfig.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumerConfig.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, (int) TOPIC_REFRESH.toMillis());
    ContainerProperties properties = new ContainerProperties(all.toArray(String[]::new));
    properties.setGroupId(group);
    properties.setMessageListener(intake);
    properties.setAckMode(ContainerProperties.AckMode.BATCH);
    properties.setMissingTopicsFatal(false);
    ConcurrentMessageListenerContainer<String, byte[]> started =
        new ConcurrentMessageListenerContainer<>(
            new WorkerConsumers(consumerConfig, commitAgainTimeout), properties);
    started.setBeanName(group);
    started.setCommonErrorHandler(errors);
    started.start();
    container = started;
  }

  @Override
  public synchronized void stop() {
    ConcurrentMessageListenerContainer<String, byte[]> running = container;
    container = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return container != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }
}
