package io.octroi.gateway.certificate;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

  @Bean
  CachedCertificateSource certificateSource(CertificateProperties properties, Clock clock) {
    return new CachedCertificateSource(new HttpCertificateSource(properties), properties, clock);
  }

  @Bean
  CertificateTrust certificateTrust(CertificateSource source) {
    return new CertificateTrust(source, TrustAnchors.system());
  }
}
