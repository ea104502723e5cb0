package io.octroi.payment.order;

import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.publication.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the orders. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {
  @Bean
  Orders orders(JdbcTemplate jdbc, Payments payments, Ledger ledger, Publisher publisher) {
    return new Orders(jdbc, payments, ledger, publisher::publish);
  }
}
