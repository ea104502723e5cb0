package io.octroi.payment.stripe;

import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Stripe's events understood. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {
  @Bean
  Translator stripeTranslator(TranslationProperties settings) {
    return new StripeTranslator(settings);
  }
}
