package io.octroi.gateway.paypal;

import io.octroi.gateway.certificate.CertificateTrust;
import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayPalConfiguration {

  @Bean
  SchemeDefinition payPalScheme(CertificateTrust trust) {
    return PayPalScheme.definition(trust);
  }
}
