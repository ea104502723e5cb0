package io.octroi.operations.reconciliation;

import io.octroi.operations.finding.Findings;
import io.octroi.operations.lock.DatabaseLock;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the {@link Check} beans of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
public class ReconciliationConfiguration {

  @Bean
  Reconciliation reconciliation(
      ObjectProvider<Check> checks,
      Findings findings,
      DataSource database,
      Clock clock,
      ReconciliationProperties settings) {
    return new Reconciliation(
        checks.orderedStream().toList(),
        findings,
        new DatabaseLock(database, "reconciliation"),
        clock,
        settings.maxFindings());
  }

  @Bean
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  ReconciliationController reconciliationController(Reconciliation reconciliation) {
    return new ReconciliationController(reconciliation);
  }
}
