package io.octroi.payment.wave;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what Wave says understood. */
@Configuration(proxyBeanMethods = false)
class WaveConfiguration {
  @Bean
  Translator waveTranslator(TranslationProperties settings) {
    return new WaveTranslator(settings);
  }
}
