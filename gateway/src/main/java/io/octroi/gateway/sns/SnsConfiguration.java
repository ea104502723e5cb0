package io.octroi.gateway.sns;

import io.octroi.gateway.certificate.CertificateTrust;
import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SnsConfiguration {

  @Bean
  SchemeDefinition snsScheme(CertificateTrust trust) {
    return SnsScheme.definition(trust);
  }
}
