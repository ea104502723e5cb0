package io.octroi.payment.feed;

import io.octroi.runtime.trace.Traces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Wires the way onto the topic of webhooks. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
  @Bean
  WebhookFeed webhookFeed(
      KafkaProperties kafka,
      @Value("${octroi.payment.feed.timeout:10s}") Duration timeout,
      Traces traces) {
    Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    int millis = Math.toIntExact(timeout.toMillis());
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    return new WebhookFeed(
        new DefaultKafkaProducerFactory<>(config, new StringSerializer(), new ByteArraySerializer())
            .createProducer(),
        timeout,
        traces);
  }
}
