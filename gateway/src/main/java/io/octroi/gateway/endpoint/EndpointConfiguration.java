package io.octroi.gateway.endpoint;

import io.octroi.gateway.generic.GenericScheme;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.secret.SecretStore;
import io.octroi.gateway.standardwebhooks.StandardWebhooksScheme;
import io.octroi.gateway.stripe.StripeScheme;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schemes there are; a further one is a further bean. */
@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {

  @Bean
  SchemeDefinition stripeScheme() {
    return StripeScheme.definition();
  }

  @Bean
  SchemeDefinition standardWebhooksScheme() {
    return StandardWebhooksScheme.definition();
  }

  @Bean
  SchemeDefinition genericScheme() {
    return GenericScheme.definition();
  }

  @Bean
  Endpoints endpoints(
      EndpointProperties properties, List<SchemeDefinition> schemes, SecretStore store) {
    EndpointFactory factory = new EndpointFactory(schemes, store, properties.publicUrl());
    return new Endpoints(properties.endpoints().stream().map(factory::create).toList());
  }
}
