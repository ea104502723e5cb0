package io.octroi.payment;

import io.octroi.messaging.MessagingProperties;
import io.octroi.messaging.Outbox;
import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.assignment.Assignments;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.Repairs;
import io.octroi.payment.publication.Publisher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires what is kept in the database, and what is told of it. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  /** The stored JSON is a format of its own: no setting of the web layer may change it. */
  private static final JsonMapper STORED = JsonMapper.builder().build();

  @Bean
  Ledger ledger(JdbcTemplate jdbc, Clock clock) {
    return new Ledger(jdbc, clock);
  }

  @Bean
  Identities identities(JdbcTemplate jdbc) {
    return new Identities(jdbc, STORED);
  }

  @Bean
  Payments payments(JdbcTemplate jdbc, Clock clock, Identities identities) {
    return new Payments(jdbc, STORED, clock, identities);
  }

  @Bean
  Repairs repairs(JdbcTemplate jdbc, Clock clock, Identities identities) {
    return new Repairs(jdbc, STORED, clock, identities);
  }

  @Bean
  Agreements agreements(JdbcTemplate jdbc, Identities identities) {
    return new Agreements(jdbc, identities);
  }

  @Bean
  Publisher publisher(Outbox outbox, Clock clock, MessagingProperties messaging) {
    return new Publisher(outbox, clock, messaging.source());
  }

  @Bean
  Assignments assignments(
      Payments payments,
      Identities identities,
      Agreements agreements,
      Publisher publisher,
      Clock clock) {
    return new Assignments(payments, identities, agreements, publisher::publish, clock);
  }
}
