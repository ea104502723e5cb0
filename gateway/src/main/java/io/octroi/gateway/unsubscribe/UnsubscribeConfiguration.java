package io.octroi.gateway.unsubscribe;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnsubscribeConfiguration {

  @Bean
  SchemeDefinition unsubscribeScheme() {
    return UnsubscribeScheme.definition();
  }
}
