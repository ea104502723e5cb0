package io.octroi.notifier.payment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
  @Bean
  PaymentStates paymentStates(JdbcTemplate jdbc) {
    return new PaymentStates(jdbc);
  }
}
