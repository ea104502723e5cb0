package io.octroi.gateway.endpoint;

import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.secret.SecretStore;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every package of a scheme brings its own {@link SchemeDefinition}. */
@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {

  @Bean
  Endpoints endpoints(
      EndpointProperties properties, List<SchemeDefinition> schemes, SecretStore store) {
    EndpointFactory factory = new EndpointFactory(schemes, store, properties.publicUrl());
    return new Endpoints(properties.endpoints().stream().map(factory::create).toList());
  }
}
