package io.octroi.messaging.consumer;

import io.octroi.runtime.log.LogKeys;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that remembers the commits its broker did not answer in time. Spring's container hands
 * offsets over once: where a commit times out, the group would stay behind, and look as if it were,
 * until the next record of that partition comes. Here they are committed with the next polls, until
 * the broker has them, newer ones take their place, or their partition is taken away; whoever has
 * it then begins at what was committed.
 *
 * <p>For one thread, as every consumer.
 */
final class CommitKeepingConsumer extends KafkaConsumer<String, byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(CommitKeepingConsumer.class);

  private final Map<TopicPartition, OffsetAndMetadata> owed = new HashMap<>();
  private final Duration againTimeout;

  CommitKeepingConsumer(Map<String, Object> config, Duration againTimeout) {
    super(config, new StringDeserializer(), new ByteArrayDeserializer());
    this.againTimeout = againTimeout;
  }

  @Override
  public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
    super.subscribe(topics, new Forgetting(listener));
  }

  @Override
  public ConsumerRecords<String, byte[]> poll(Duration timeout) {
    if (!owed.isEmpty()) {
      commitAgain();
    }
    return super.poll(timeout);
  }

  /** A commit that times out is made up for; all else that goes wrong is the caller's. */
  @Override
  public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
    try {
      super.commitSync(offsets, timeout);
      owed.keySet().removeAll(offsets.keySet());
    } catch (TimeoutException e) {
      owed.putAll(offsets);
      LOG.atWarn()
          .addKeyValue(LogKeys.COUNT, offsets.size())
          .log("The broker did not take a commit in time; it is tried again");
    }
  }

  private void commitAgain() {
    try {
      super.commitSync(Map.copyOf(owed), againTimeout);
      LOG.atInfo().addKeyValue(LogKeys.COUNT, owed.size()).log("A commit was made up for");
      owed.clear();
    } catch (TimeoutException | RebalanceInProgressException e) {
      LOG.debug("A commit has to wait", e);
    } catch (CommitFailedException e) {
      // The group went on without this consumer, and somebody reads the records again.
      owed.clear();
    }
  }

  /** What belongs to somebody else is not committed here any more. */
  private final class Forgetting implements ConsumerRebalanceListener {
    private final ConsumerRebalanceListener listener;

    Forgetting(ConsumerRebalanceListener listener) {
      this.listener = listener;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      listener.onPartitionsRevoked(partitions);
      owed.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      listener.onPartitionsLost(partitions);
      owed.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      listener.onPartitionsAssigned(partitions);
    }
  }
}
