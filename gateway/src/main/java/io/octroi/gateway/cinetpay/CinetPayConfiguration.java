package io.octroi.gateway.cinetpay;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CinetPayConfiguration {

  @Bean
  SchemeDefinition cinetPayScheme() {
    return CinetPayScheme.definition();
  }
}
