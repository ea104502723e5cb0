package io.octroi.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must be done to a topic, or what is wrong with it that cannot be mended by itself. */
sealed interface TopicChange {
  String topic();

  /** It is not there. */
  record Create(DeclaredTopic declared) implements TopicChange {
    @Override
    public String topic() {
      return declared.name();
    }
  }

  /** Settings of it differ. */
  record Configure(String topic, Map<String, String> config) implements TopicChange {}

  /** More partitions would move keys, fewer are refused: people decide. */
  record Repartition(String topic, int partitions, int declared) implements TopicChange {}

  /**
   * A topic as it is.
   *
   * @param config all its settings
   */
  record Existing(int partitions, Map<String, String> config) {}

  /** The changes that lead from what is there to what is declared. */
  static List<TopicChange> between(List<DeclaredTopic> declared, Map<String, Existing> existing) {
    List<TopicChange> changes = new ArrayList<>();
    for (DeclaredTopic topic : declared) {
      Optional.ofNullable(existing.get(topic.name()))
          .ifPresentOrElse(
              there -> changes.addAll(between(topic, there)), () -> changes.add(new Create(topic)));
    }
    return changes;
  }

  private static List<TopicChange> between(DeclaredTopic declared, Existing there) {
    List<TopicChange> changes = new ArrayList<>();
    Map<String, String> differing = new TreeMap<>(declared.config());
    differing.entrySet().removeIf(e -> e.getValue().equals(there.config().get(e.getKey())));
    if (!differing.isEmpty()) {
      changes.add(new Configure(declared.name(), differing));
    }
    if (declared.partitions() != there.partitions()) {
      changes.add(new Repartition(declared.name(), there.partitions(), declared.partitions()));
    }
    return changes;
  }
}
