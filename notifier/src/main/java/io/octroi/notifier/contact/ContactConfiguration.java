package io.octroi.notifier.contact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {
  @Bean
  Contacts contacts(JdbcTemplate jdbc) {
    return new Contacts(jdbc);
  }
}
