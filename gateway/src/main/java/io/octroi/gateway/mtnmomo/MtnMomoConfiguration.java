package io.octroi.gateway.mtnmomo;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MtnMomoConfiguration {

  @Bean
  SchemeDefinition mtnMomoScheme() {
    return MtnMomoScheme.definition();
  }
}
