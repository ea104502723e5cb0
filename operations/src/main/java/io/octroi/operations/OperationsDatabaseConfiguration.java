package io.octroi.operations;

import io.octroi.operations.audit.AuditTableConfiguration;
import io.octroi.operations.finding.FindingConfiguration;
import io.octroi.operations.reconciliation.ReconciliationConfiguration;
import io.octroi.operations.stateage.StateAgeConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * What a service with a database imports: {@link OperationsConfiguration}, with the audit log in a
 * table, and findings. Its migrations are in {@code classpath:db/operations}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({
  OperationsConfiguration.class,
  OperationsDatabaseConfiguration.Audit.class,
  FindingConfiguration.class,
  StateAgeConfiguration.class,
  ReconciliationConfiguration.class
})
public class OperationsDatabaseConfiguration {

  /** Only where there is something to audit. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  @Import(AuditTableConfiguration.class)
  static class Audit {}
}
