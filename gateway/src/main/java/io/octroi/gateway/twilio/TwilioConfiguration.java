package io.octroi.gateway.twilio;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {

  @Bean
  SchemeDefinition twilioScheme() {
    return TwilioScheme.definition();
  }
}
