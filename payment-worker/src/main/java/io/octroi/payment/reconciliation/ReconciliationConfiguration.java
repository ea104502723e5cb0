package io.octroi.payment.reconciliation;

import io.octroi.operations.reconciliation.Check;
import io.octroi.payment.payment.Repairs;
import io.octroi.payment.publication.Publisher;
import io.octroi.payment.translation.Translators;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires what this worker can compare. */
@Configuration(value = "paymentReconciliation", proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {

  @Bean
  Check ledgerAgainstPayments(
      JdbcTemplate jdbc, Translators translators, ReconciliationProperties settings) {
    return new LedgerAgainstPayments(jdbc, translators, settings.batchSize());
  }

  @Bean
  Check paymentsAgainstLedger(JdbcTemplate jdbc, ReconciliationProperties settings) {
    return new PaymentsAgainstLedger(jdbc, settings.batchSize());
  }

  @Bean
  Retelling retelling(Repairs repairs, Publisher publisher, Clock clock) {
    return new Retelling(repairs, publisher, clock);
  }
}
