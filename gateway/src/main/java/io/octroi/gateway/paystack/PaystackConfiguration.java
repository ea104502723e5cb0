package io.octroi.gateway.paystack;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaystackConfiguration {

  @Bean
  SchemeDefinition paystackScheme() {
    return PaystackScheme.definition();
  }
}
