package io.octroi.bench.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the broker holds for readers who have not read it. */
public final class Backlog {
  private final String bootstrapServers;

  /** At this broker. */
  public Backlog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Records that groups of readers have not said that they have read. */
  public long unread() {
    Properties config = new Properties();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(config)) {
      long unread = 0;
      for (GroupListing group :
          admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
        unread += unread(admin, group.groupId());
      }
      return unread;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker could not be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    }
  }

  private static long unread(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    read.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    long unread = 0;
    for (var end : admin.listOffsets(ends).all().get().entrySet()) {
      OffsetAndMetadata place = read.get(end.getKey());
      unread += place == null ? 0 : end.getValue().offset() - place.offset();
    }
    return unread;
  }
}
