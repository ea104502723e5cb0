package io.octroi.gateway.standardwebhooks;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StandardWebhooksConfiguration {

  @Bean
  SchemeDefinition standardWebhooksScheme() {
    return StandardWebhooksScheme.definition();
  }
}
