package io.octroi.gateway.orangemoney;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrangeMoneyConfiguration {

  @Bean
  SchemeDefinition orangeMoneyScheme() {
    return OrangeMoneyScheme.definition();
  }
}
