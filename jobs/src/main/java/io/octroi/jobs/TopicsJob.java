package io.octroi.jobs;

import io.octroi.jobs.TopicChange.Existing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics that are missing and changes settings that differ; deletes nothing. */
final class TopicsJob {
  private TopicsJob() {}

  /**
   * @return a line for each thing that was done
   * @throws IllegalStateException if a topic has another number of partitions than declared; the
   *     others are as declared then
   */
  static List<String> run(List<DeclaredTopic> declared, Admin admin)
      throws ExecutionException, InterruptedException {
    List<TopicChange> changes = TopicChange.between(declared, existing(declared, admin));
    for (TopicChange change : changes) {
      carryOut(change, admin);
    }
    String wrong =
        changes.stream()
            .filter(TopicChange.Repartition.class::isInstance)
            .map(TopicsJob::told)
            .collect(Collectors.joining("; "));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong);
    }
    return changes.stream().map(TopicsJob::told).toList();
  }

  private static void carryOut(TopicChange change, Admin admin)
      throws ExecutionException, InterruptedException {
    switch (change) {
      case TopicChange.Create create -> {
        DeclaredTopic topic = create.declared();
        NewTopic created = new NewTopic(topic.name(), topic.partitions(), topic.replicas());
        admin.createTopics(Set.of(created.configs(topic.config()))).all().get();
      }
      case TopicChange.Configure configure ->
          admin
              .incrementalAlterConfigs(
                  Map.of(
                      resource(configure.topic()),
                      configure.config().entrySet().stream()
                          .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                          .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                          .toList()))
              .all()
              .get();
      case TopicChange.Repartition _ -> {
        // Told at the end, when all else is done.
      }
    }
  }

  private static String told(TopicChange change) {
    return switch (change) {
      case TopicChange.Create create -> create.topic() + ": created";
      case TopicChange.Configure configure -> configure.topic() + ": set " + configure.config();
      case TopicChange.Repartition repartition ->
          "%s has %d partitions, %d are declared: declare what is there, or move to a new topic"
              .formatted(repartition.topic(), repartition.partitions(), repartition.declared());
    };
  }

  private static Map<String, Existing> existing(List<DeclaredTopic> declared, Admin admin)
      throws ExecutionException, InterruptedException {
    List<String> names = declared.stream().map(DeclaredTopic::name).toList();
    Map<String, Integer> partitions = new HashMap<>();
    for (var described : admin.describeTopics(names).topicNameValues().entrySet()) {
      partitionsOf(described.getValue()).ifPresent(n -> partitions.put(described.getKey(), n));
    }
    List<ConfigResource> resources = partitions.keySet().stream().map(TopicsJob::resource).toList();
    Map<String, Existing> existing = new HashMap<>();
    for (var config : admin.describeConfigs(resources).all().get().entrySet()) {
      String name = config.getKey().name();
      existing.put(
          name, new Existing(partitions.getOrDefault(name, 0), settings(config.getValue())));
    }
    return existing;
  }

  private static OptionalInt partitionsOf(KafkaFuture<TopicDescription> described)
      throws ExecutionException, InterruptedException {
    try {
      return OptionalInt.of(described.get().partitions().size());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return OptionalInt.empty();
      }
      throw e;
    }
  }

  private static Map<String, String> settings(Config config) {
    Map<String, String> settings = new HashMap<>();
    config.entries().stream()
        .filter(entry -> entry.value() != null)
        .forEach(entry -> settings.put(entry.name(), entry.value()));
    return settings;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
