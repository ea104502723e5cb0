package io.octroi.operations.telemetry;

import java.util.List;

/**
 * A tag of a metric.
 *
 * @param key the tag's name
 * @param meaning what its values are
 * @param values all values it may have; empty where they come from the configuration or the code of
 *     another place, which {@code meaning} names
 */
public record Label(String key, String meaning, List<String> values) {
  /** The configured name of a webhook endpoint. */
  public static final Label ENDPOINT = open("endpoint", "a configured endpoint");

  /** A payment provider that this system speaks with. */
  public static final Label PROVIDER = open("provider", "a provider of docs/providers.md");

  /** A Kafka topic that this system declares. */
  public static final Label TOPIC = open("topic", "a topic");

  /** A worker's consumer group. */
  public static final Label GROUP = open("group", "a worker");

  public Label {
    values = List.copyOf(values);
  }

  /** A tag with few values that are not all known here. No id of anybody's is ever one. */
  public static Label open(String key, String meaning) {
    return new Label(key, meaning, List.of());
  }

  /** A tag whose values are all known here. */
  public static Label of(String key, String... values) {
    return new Label(key, "", List.of(values));
  }
}
