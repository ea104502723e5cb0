package io.octroi.gateway.telegram;

import io.octroi.gateway.scheme.SchemeDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

  @Bean
  SchemeDefinition telegramScheme() {
    return TelegramScheme.definition();
  }
}
