package io.octroi.local;

import static io.octroi.contracts.Topics.deadLetter;

import io.octroi.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of one machine. */
final class LocalTopics {
  private static final int PARTITIONS = 6;
  private static final short ONE_REPLICA = 1;

  /** What was received longer ago is never let in, so it need not be kept either. */
  private static final Duration QUARANTINE = Duration.ofDays(3);

  private LocalTopics() {}

  /** Creates those that are not there yet. */
  static void create(String bootstrapServers) {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : Topics.all()) {
      NewTopic topic = new NewTopic(name, PARTITIONS, ONE_REPLICA);
      topics.add(
          name.equals(Topics.QUARANTINE)
              ? topic.configs(Map.of("retention.ms", String.valueOf(QUARANTINE.toMillis())))
              : topic);
    }
    for (String name :
        List.of(
            deadLetter(Topics.WEBHOOKS, "payment-worker"),
            deadLetter(Topics.PAYMENTS, "subscription-worker"),
            deadLetter(Topics.WATERMARKS, "subscription-worker"),
            deadLetter(Topics.SUBSCRIPTIONS, "notifier"),
            deadLetter(Topics.PAYMENTS, "notifier"),
            deadLetter(Topics.CALLBACKS, "notifier"))) {
      topics.add(new NewTopic(name, 1, ONE_REPLICA));
    }
    io.octroi.platform.broker.Topics.create(bootstrapServers, topics);
  }
}
