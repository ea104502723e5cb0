package io.octroi.subscription.watermark;

import io.octroi.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the records of {@code payments.v1} have been taken in. */
final class PaymentProgress implements AutoCloseable {
  private final Admin admin;
  private final String group;
  private final Duration timeout;

  /**
   * @param group the consumer group that takes them in
   * @param timeout how long to wait for the broker
   */
  PaymentProgress(Admin admin, String group, Duration timeout) {
    this.admin = admin;
    this.group = group;
    this.timeout = timeout;
  }

  /** Where each partition ends now. */
  Map<TopicPartition, Long> ends() throws ProgressUnknownException {
    Map<TopicPartition, OffsetSpec> latest =
        get(admin.describeTopics(List.of(Topics.PAYMENTS)).allTopicNames()).values().stream()
            .flatMap(topic -> topic.partitions().stream())
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(Topics.PAYMENTS, partition.partition()),
                    partition -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(latest).all())
        .forEach((partition, offset) -> ends.put(partition, offset.offset()));
    return ends;
  }

  /** Whether everything before {@code ends} has been taken in and committed. */
  boolean reached(Map<TopicPartition, Long> ends) throws ProgressUnknownException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends.entrySet().stream()
        .allMatch(end -> end.getValue() <= position(committed.get(end.getKey())));
  }

  private static long position(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private <T> T get(KafkaFuture<T> future) throws ProgressUnknownException {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new ProgressUnknownException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProgressUnknownException(e);
    }
  }

  @Override
  public void close() {
    admin.close(timeout);
  }

  /** The broker did not say. */
  static final class ProgressUnknownException extends Exception {
    ProgressUnknownException(Exception cause) {
      super(cause);
    }
  }
}
