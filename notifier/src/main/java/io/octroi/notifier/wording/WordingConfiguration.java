package io.octroi.notifier.wording;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

@Configuration(proxyBeanMethods = false)
class WordingConfiguration {
  @Bean
  Wording wording(WordingProperties properties) {
    return new Wording(messages(), properties);
  }

  static MessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("wording/messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    // What a server's own locale is must not change what customers read.
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(false);
    return messages;
  }
}
