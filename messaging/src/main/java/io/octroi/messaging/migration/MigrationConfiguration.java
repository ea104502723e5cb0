package io.octroi.messaging.migration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@code octroi.messaging.migrate-at-start=false}: the schema is taken for migrated, as where
 * {@link MigrationApplication} came first, or where a start is only tried without a database.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "octroi.messaging.migrate-at-start", havingValue = "false")
public class MigrationConfiguration {

  @Bean
  FlywayMigrationStrategy takenForMigrated() {
    return flyway -> {};
  }
}
