package io.octroi.testing;

import java.util.Map;

/** Where tests get Kafka and PostgreSQL from. */
interface Infrastructure {
  String bootstrapServers();

  void createTopics(Map<String, Integer> partitionsByName);

  TestDatabase database(String schema, String role);
}
