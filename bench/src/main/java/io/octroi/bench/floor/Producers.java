package io.octroi.bench.floor;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Idempotent producers that wait for all replicas. */
final class Producers {
  static final String TOPIC = "bench.floor";

  /** As many as the topic of webhooks has on one machine. */
  static final int PARTITIONS = 6;

  private static final long BUFFER_BYTES = 64L * 1024 * 1024;
  private static final int GATEWAY_BATCH_BYTES = 64 * 1024;
  private static final int BATCH_BYTES = 128 * 1024;

  private Producers() {}

  /** For one that waits for each record: set up as the gateway's. */
  static Producer<String, byte[]> asTheGateways(String bootstrapServers) {
    return producer(
        bootstrapServers,
        Map.of(
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.BATCH_SIZE_CONFIG,
            GATEWAY_BATCH_BYTES));
  }

  /** For one that waits for nothing: large batches, and time to fill them. */
  static Producer<String, byte[]> forThroughput(String bootstrapServers) {
    return producer(
        bootstrapServers,
        Map.of(ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES));
  }

  private static Producer<String, byte[]> producer(
      String bootstrapServers, Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(own);
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
