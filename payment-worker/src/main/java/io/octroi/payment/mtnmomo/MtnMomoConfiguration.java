package io.octroi.payment.mtnmomo;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what MTN MoMo says understood. */
@Configuration(proxyBeanMethods = false)
class MtnMomoConfiguration {
  @Bean
  Translator mtnMomoTranslator(TranslationProperties settings) {
    return new MtnMomoTranslator(settings);
  }
}
