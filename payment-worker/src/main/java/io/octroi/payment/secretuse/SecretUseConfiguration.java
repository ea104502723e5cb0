package io.octroi.payment.secretuse;

import io.octroi.contracts.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires what is known of secrets. */
@Configuration(proxyBeanMethods = false)
class SecretUseConfiguration {
  /** The consumer group that fills the ledger. */
  private static final String GROUP = "payment-worker";

  /** An operator waits for it. */
  private static final int TIMEOUT_MILLIS = 5_000;

  @Bean
  SecretUses secretUses(JdbcTemplate jdbc) {
    return new SecretUses(jdbc);
  }

  @Bean
  SecretUseController secretUseController(SecretUses uses, KafkaProperties kafka, Clock clock) {
    Map<String, Object> admin = new HashMap<>(kafka.buildAdminProperties());
    admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    return new SecretUseController(uses, new Unread(admin, Topics.WEBHOOKS, GROUP), clock);
  }
}
