package io.octroi.gateway.generic;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GenericConfiguration {

  @Bean
  SchemeDefinition genericScheme() {
    return GenericScheme.definition();
  }
}
