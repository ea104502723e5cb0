package io.octroi.gateway.secret;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.runtime.secret.Secrets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

  @Bean
  SecretUses secretUses(Clock clock) {
    return new SecretUses(clock);
  }

  @Bean
  SecretStore secretStore(
      Secrets managed, MeterRegistry meters, SecretUses uses, SecretProperties properties) {
    return new SecretStore(managed, meters, uses, properties);
  }

  /** Its bean name is the name of its part in the readiness group. */
  @Bean
  SecretRefresher secrets(SecretStore store, SecretProperties properties) {
    return new SecretRefresher(store, properties);
  }
}
