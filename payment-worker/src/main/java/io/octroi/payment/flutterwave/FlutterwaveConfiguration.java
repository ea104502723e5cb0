package io.octroi.payment.flutterwave;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what Flutterwave says understood. */
@Configuration(proxyBeanMethods = false)
class FlutterwaveConfiguration {
  @Bean
  Translator flutterwaveTranslator(TranslationProperties settings) {
    return new FlutterwaveTranslator(settings);
  }
}
