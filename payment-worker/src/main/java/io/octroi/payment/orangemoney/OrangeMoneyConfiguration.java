package io.octroi.payment.orangemoney;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what Orange Money says understood. */
@Configuration(proxyBeanMethods = false)
class OrangeMoneyConfiguration {
  @Bean
  Translator orangeMoneyTranslator(TranslationProperties settings) {
    return new OrangeMoneyTranslator(settings);
  }
}
