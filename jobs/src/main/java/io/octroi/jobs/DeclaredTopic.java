package io.octroi.jobs;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A topic as it shall be.
 *
 * @param config settings that count; what is not named stays as the broker has it
 */
record DeclaredTopic(String name, int partitions, short replicas, Map<String, String> config) {

  /** Reads a list in JSON. */
  static List<DeclaredTopic> listOf(String json) {
    return JsonMapper.shared().readValue(json, new TypeReference<>() {});
  }
}
