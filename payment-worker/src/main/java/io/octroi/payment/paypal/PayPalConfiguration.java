package io.octroi.payment.paypal;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what PayPal says understood. */
@Configuration(proxyBeanMethods = false)
class PayPalConfiguration {
  @Bean
  Translator payPalTranslator(TranslationProperties settings) {
    return new PayPalTranslator(settings);
  }
}
