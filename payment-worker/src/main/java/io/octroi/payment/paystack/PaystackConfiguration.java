package io.octroi.payment.paystack;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what Paystack says understood. */
@Configuration(proxyBeanMethods = false)
class PaystackConfiguration {
  @Bean
  Translator paystackTranslator(TranslationProperties settings) {
    return new PaystackTranslator(settings);
  }
}
