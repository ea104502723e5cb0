package io.octroi.gateway.wave;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WaveConfiguration {

  @Bean
  SchemeDefinition waveScheme() {
    return WaveScheme.definition();
  }
}
