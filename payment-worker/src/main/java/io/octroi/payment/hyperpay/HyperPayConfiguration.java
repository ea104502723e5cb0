package io.octroi.payment.hyperpay;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what HyperPay says understood. */
@Configuration(proxyBeanMethods = false)
class HyperPayConfiguration {
  @Bean
  Translator hyperPayTranslator(TranslationProperties settings) {
    return new HyperPayTranslator(settings);
  }
}
