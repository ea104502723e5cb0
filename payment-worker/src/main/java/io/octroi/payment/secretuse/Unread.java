package io.octroi.payment.secretuse;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How much of a topic a consumer group has not read yet, by the broker's own books. */
final class Unread {
  private static final long TIMEOUT_SECONDS = 5;

  private final Map<String, Object> admin;
  private final String topic;
  private final String group;

  /**
   * @param admin the settings of Kafka's admin client
   */
  Unread(Map<String, Object> admin, String topic, String group) {
    this.admin = admin;
    this.topic = topic;
    this.group = group;
  }

  /** The number of records; empty if the broker does not say. */
  OptionalLong count() {
    try (Admin client = Admin.create(admin)) {
      Map<TopicPartition, ListOffsetsResultInfo> ends = ends(client);
      Map<TopicPartition, OffsetAndMetadata> read =
          client
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      long unread = 0;
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
        OffsetAndMetadata offset = read.get(end.getKey());
        unread += Math.max(0, end.getValue().offset() - (offset == null ? 0 : offset.offset()));
      }
      return OptionalLong.of(unread);
    } catch (ExecutionException | TimeoutException e) {
      return OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(Admin client)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted =
        client
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .values()
            .stream()
            .flatMap(described -> described.partitions().stream())
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    _ -> OffsetSpec.latest()));
    return client.listOffsets(wanted).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
