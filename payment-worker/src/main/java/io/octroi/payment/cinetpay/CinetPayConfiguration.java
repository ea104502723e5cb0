package io.octroi.payment.cinetpay;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what CinetPay says understood. */
@Configuration(proxyBeanMethods = false)
class CinetPayConfiguration {
  @Bean
  Translator cinetPayTranslator(TranslationProperties settings) {
    return new CinetPayTranslator(settings);
  }
}
