package io.octroi.operations.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the audit log in the database and shows it. */
@Configuration(proxyBeanMethods = false)
public class AuditTableConfiguration {

  @Bean
  AuditTable auditTable(JdbcTemplate jdbc, Clock clock) {
    return new AuditTable(jdbc, clock);
  }

  @Bean
  AuditController auditController(AuditTable table) {
    return new AuditController(table);
  }
}
