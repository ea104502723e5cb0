package io.octroi.gateway.hyperpay;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HyperPayConfiguration {

  @Bean
  SchemeDefinition hyperPayScheme() {
    return HyperPayScheme.definition();
  }
}
