package io.octroi.gateway.flutterwave;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FlutterwaveConfiguration {

  @Bean
  SchemeDefinition flutterwaveScheme() {
    return FlutterwaveScheme.definition();
  }
}
