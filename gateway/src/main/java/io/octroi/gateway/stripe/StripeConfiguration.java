package io.octroi.gateway.stripe;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

  @Bean
  SchemeDefinition stripeScheme() {
    return StripeScheme.definition();
  }
}
