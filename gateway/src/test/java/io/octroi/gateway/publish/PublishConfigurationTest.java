package io.octroi.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.util.unit.DataSize;

class PublishConfigurationTest {

  @Test
  void the_producer_gets_its_limits_and_promises_whatever_else_is_configured() {
    DefaultKafkaProducerFactory<Object, Object> factory =
        new DefaultKafkaProducerFactory<>(Map.of(ProducerConfig.ACKS_CONFIG, "1"));

    new PublishConfiguration()
        .promisesOfTheProducer(properties(2, DataSize.ofKilobytes(32)))
        .customize(factory);

    assertThat(factory.getConfigurationProperties())
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 2)
        .containsEntry(ProducerConfig.BATCH_SIZE_CONFIG, 32 * 1_024);
  }

  @Test
  void a_size_that_kafka_cannot_count_stops_the_start() {
    PublishProperties properties = properties(1, DataSize.ofGigabytes(4));

    assertThatThrownBy(() -> new PublishConfiguration().promisesOfTheProducer(properties))
        .isInstanceOf(ArithmeticException.class);
  }

  private static PublishProperties properties(int maxRequests, DataSize batchSize) {
    Duration second = Duration.ofSeconds(1);
    return new PublishProperties(
        1_024,
        8,
        second,
        second,
        second,
        Duration.ZERO,
        maxRequests,
        batchSize,
        DataSize.ofKilobytes(1_152),
        DataSize.ofMegabytes(64));
  }
}
