package io.octroi.messaging;

import io.octroi.contracts.Topics;
import io.octroi.messaging.consumer.WorkerConsumers;
import io.octroi.runtime.log.LogKeys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes the listeners of a worker, all with one policy for errors. */
public final class WorkerListeners {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerListeners.class);

  private final Map<String, Object> consumerConfig;
  private final MessagingProperties.Consumer settings;
  private final ProcessorFactory processors;
  private final List<ConsumerLag.Reading> readings = new CopyOnWriteArrayList<>();

  WorkerListeners(
      Map<String, Object> consumerConfig,
      MessagingProperties.Consumer settings,
      ProcessorFactory processors) {
    this.consumerConfig = consumerConfig;
    this.settings = settings;
    this.processors = processors;
  }

  /** Wraps a worker's handler in transaction, error policy and trace. */
  interface ProcessorFactory {
    BatchProcessor create(String group, BatchHandler handler);
  }

  /**
   * A container for one topic, to be declared as a bean; it starts and stops with the context.
   *
   * <p>Offsets are committed after the handler's transaction. Bad records go to the dead-letter
   * topic; while the database or the broker is away the container polls on without records, keeps
   * its partitions and tries the batch or the commit again, for as long as it takes.
   */
  public ConcurrentMessageListenerContainer<String, byte[]> listen(
      String topic, String group, BatchHandler handler) {
    readings.add(new ConsumerLag.Reading(topic, group));
    consumerConfig.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
    consumerConfig.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, settings.receiveBufferBytes());
    consumerConfig.putAll(settings.membership());
    consumerConfig.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumerConfig.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    ContainerProperties container = new ContainerProperties(topic);
    container.setGroupId(group);
    container.setMessageListener(processors.create(group, handler));
    container.setAckMode(ContainerProperties.AckMode.BATCH);
    container.setMissingTopicsFatal(false);
    ConcurrentMessageListenerContainer<String, byte[]> listener =
        new ConcurrentMessageListenerContainer<>(
            new WorkerConsumers(consumerConfig, settings.commitAgainTimeout()), container);
    listener.setConcurrency(settings.concurrency());
    listener.setBeanName(group + "." + topic);
    listener.setCommonErrorHandler(patiently());
    return listener;
  }

  /** Where the records go that the listeners made so far cannot handle. */
  List<String> deadLetterTopics() {
    return readings.stream().map(r -> Topics.deadLetter(r.topic(), r.group())).toList();
  }

  /** What the listeners made so far read. */
  List<ConsumerLag.Reading> readings() {
    return List.copyOf(readings);
  }

  /** Waits ever longer up to a bound, and never gives a batch up. */
  DefaultErrorHandler patiently() {
    ExponentialBackOff backOff = new ExponentialBackOff(settings.backOffInitial().toMillis(), 2.0);
    backOff.setMaxInterval(settings.backOffMax().toMillis());
    DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
    // Which failures may be retried is decided before they get here: all that arrive are.
    handler.setClassifications(Map.of(), true);
    handler.setRetryListeners(new DelayLog());
    return handler;
  }

  private static final class DelayLog implements RetryListener {
    @Override
    public void failedDelivery(
        ConsumerRecord<?, ?> message, @Nullable Exception failure, int deliveryAttempt) {
      delayed(message.topic(), failure, deliveryAttempt);
    }

    @Override
    public void failedDelivery(
        ConsumerRecords<?, ?> messages, Exception failure, int deliveryAttempt) {
      delayed(messages.partitions().iterator().next().topic(), failure, deliveryAttempt);
    }

    private static void delayed(String topic, @Nullable Exception failure, int attempt) {
      LOG.atWarn()
          .addKeyValue(LogKeys.TOPIC, topic)
          .addKeyValue(LogKeys.ATTEMPT, attempt)
          .addKeyValue(
              LogKeys.REASON,
              failure == null
                  ? "unknown"
                  : NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName())
          .log("A batch waits: the database or the broker is away");
    }
  }
}
