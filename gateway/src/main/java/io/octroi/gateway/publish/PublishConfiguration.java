package io.octroi.gateway.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.runtime.trace.Traces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class PublishConfiguration {
  /** What the producer may be late by its own time. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** What the promise rests on; no configuration can take it away. */
  @Bean
  DefaultKafkaProducerFactoryCustomizer promisesOfTheProducer(PublishProperties properties) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, properties.linger().toMillis());
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, properties.maxRequests());
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, bytes(properties.batchSize()));
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.maxBlock().toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(properties.requestTimeout()));
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(properties.deliveryTimeout()));
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, bytes(properties.maxRecord()));
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, properties.bufferMemory().toBytes());
    return factory -> factory.updateConfigs(config);
  }

  @Bean
  OverdueSends overdueSends(PublishProperties properties) {
    return new OverdueSends(properties.deliveryTimeout().plus(GRACE), System::nanoTime).watching();
  }

  @Bean
  WebhookPublisher webhookPublisher(
      ProducerFactory<String, byte[]> producers,
      Traces traces,
      PublishProperties properties,
      OverdueSends sends,
      MeterRegistry meters) {
    KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(producers);
    // The default listener logs the value of a record that failed, which is a body.
    kafka.setProducerListener(new ProducerListener<>() {});
    return new WebhookPublisher(kafka, traces, properties, sends, meters);
  }

  /** What is beyond two gigabytes stops the start, and does not wrap around to something small. */
  private static int bytes(DataSize size) {
    return Math.toIntExact(size.toBytes());
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
