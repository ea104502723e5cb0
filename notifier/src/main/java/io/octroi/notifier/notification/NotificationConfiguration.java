package io.octroi.notifier.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
  @Bean
  Notifications notifications(JdbcTemplate jdbc) {
    return new Notifications(jdbc);
  }
}
