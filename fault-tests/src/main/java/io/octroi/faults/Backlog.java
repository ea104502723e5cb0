package io.octroi.faults;

import io.octroi.local.LocalSystem;
import io.octroi.local.ServiceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the broker holds for readers who have not read it. */
final class Backlog {
  private static final String DEAD_LETTERS = ".dlt";
  private static final int MILLIS_TO_ANSWER = 20_000;

  private final LocalSystem system;

  Backlog(LocalSystem system) {
    this.system = system;
  }

  /** Records that were ever put into a dead-letter topic. */
  long deadLetters() {
    return asked(admin -> {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (String topic : admin.listTopics().names().get()) {
        if (topic.endsWith(DEAD_LETTERS)) {
          // They have one partition each.
          ends.put(new TopicPartition(topic, 0), OffsetSpec.latest());
        }
      }
      return ends(admin, ends).values().stream().mapToLong(Long::longValue).sum();
    });
  }

  /** Whether the broker coordinates its readers, which it does a while after it answers. */
  boolean isServed() {
    try {
      ask(admin -> unread(admin, ServiceName.PAYMENT_WORKER.artifact()));
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** Records that a group of readers has still to read, or has not said that it has read. */
  long unread() {
    return asked(admin -> {
      long unread = 0;
      for (GroupListing group :
          admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
        unread += unread(admin, group.groupId());
      }
      return unread;
    });
  }

  private static long unread(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> read = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndMetadata> place :
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet()) {
      read.put(place.getKey(), place.getValue().offset());
    }
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    read.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    return ends(admin, wanted).entrySet().stream()
        .mapToLong(end -> end.getValue() - read.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Map<TopicPartition, OffsetSpec> wanted)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((place, end) -> ends.put(place, end.offset()));
    return ends;
  }

  /** A question to the broker. */
  @FunctionalInterface
  private interface Question {
    long ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private long asked(Question question) {
    try {
      return ask(question);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker could not be asked", e);
    }
  }

  private long ask(Question question) throws ExecutionException {
    Map<String, Object> config = new HashMap<>();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.broker().bootstrapServers());
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER / 2);
    Admin admin = Admin.create(config);
    try {
      return question.ask(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    } finally {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
