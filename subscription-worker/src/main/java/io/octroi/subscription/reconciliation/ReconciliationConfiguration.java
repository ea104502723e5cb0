package io.octroi.subscription.reconciliation;

import io.octroi.operations.reconciliation.Check;
import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import io.octroi.runtime.secret.SensitiveSetting;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the comparison with the payment-worker, where its address is known. */
@Configuration(value = "paymentsReconciliation", proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {

  @Bean
  @ConditionalOnExpression("!'${octroi.subscription.reconciliation.payments-url:}'.isEmpty()")
  Check paymentsAgainstPeriods(
      JdbcTemplate jdbc, Clock clock, ReconciliationProperties settings, SecretSettings secrets) {
    SensitiveSetting token = secrets.setting(Sensitive.PAYMENTS_TOKEN, settings.token());
    return new PaymentsAgainstPeriods(
        new PaymentLists(settings, token), new KnownPayments(jdbc), clock, settings);
  }
}
