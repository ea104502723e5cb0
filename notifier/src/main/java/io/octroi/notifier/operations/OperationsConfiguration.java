package io.octroi.notifier.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(value = "notifierOperationsConfiguration", proxyBeanMethods = false)
class OperationsConfiguration {
  @Bean
  ChatViews chatViews(JdbcTemplate jdbc) {
    return new ChatViews(jdbc);
  }

  @Bean
  DeliveryViews deliveryViews(JdbcTemplate jdbc) {
    return new DeliveryViews(jdbc);
  }
}
