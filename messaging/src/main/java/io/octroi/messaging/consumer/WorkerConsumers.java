package io.octroi.messaging.consumer;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Makes consumers that go on committing what could not be committed in time. */
public final class WorkerConsumers extends DefaultKafkaConsumerFactory<String, byte[]> {
  private final Duration commitAgainTimeout;

  /**
   * @param config of the consumers, in Kafka's terms
   * @param commitAgainTimeout how long one poll may wait for a commit that is made up for
   */
  public WorkerConsumers(Map<String, Object> config, Duration commitAgainTimeout) {
    super(config, new StringDeserializer(), new ByteArrayDeserializer());
    this.commitAgainTimeout = commitAgainTimeout;
  }

  @Override
  protected Consumer<String, byte[]> createRawConsumer(Map<String, Object> config) {
    return new CommitKeepingConsumer(config, commitAgainTimeout);
  }
}
