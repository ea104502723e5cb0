package io.octroi.notifier.subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {
  @Bean
  SubscriptionStates subscriptionStates(JdbcTemplate jdbc) {
    return new SubscriptionStates(jdbc);
  }
}
