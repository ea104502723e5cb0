package io.octroi.gateway.quarantine;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.secret.SecretStore;
import io.octroi.gateway.secret.SecretsInUse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
class QuarantineConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(QuarantineConfiguration.class);

  /** An operator waits for it. */
  private static final int API_TIMEOUT_MILLIS = 10_000;

  @Bean
  Quarantine quarantine(
      QuarantineProperties properties,
      SecretStore store,
      ProducerFactory<String, byte[]> producers,
      MeterRegistry meters) {
    KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(producers);
    // The default listener logs the value of a record that failed.
    kafka.setProducerListener(new ProducerListener<>() {});
    Allowance allowance = new Allowance(properties, TimeMeter.SYSTEM_NANOTIME);
    return new Quarantine(keys(properties, store), allowance, kafka, properties, meters);
  }

  private static SecretsInUse keys(QuarantineProperties properties, SecretStore store) {
    if (properties.secretId().isEmpty()) {
      LOG.atInfo().log(
          "Quarantine is off, refused requests are not kept: it has no secret-id for its key");
      return SecretsInUse.fixed(List.of());
    }
    return store.openOptional(
        "quarantine", properties.secretId(), secret -> DataKey.of(secret).isPresent());
  }

  @Bean
  Redemption redemption(
      Quarantine quarantine,
      KafkaProperties kafka,
      Endpoints endpoints,
      WebhookPublisher publisher,
      QuarantineProperties properties,
      Clock clock,
      MeterRegistry meters) {
    Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties());
    consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-quarantine");
    consumer.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
    return new Redemption(
        quarantine,
        new KeptRecords(consumer, properties.readTimeout()),
        endpoints,
        publisher,
        properties,
        clock,
        meters);
  }
}
