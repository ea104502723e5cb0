package io.octroi.messaging;

import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A schema of its own with the tables that all workers share. */
final class MigratedSchema {
  private MigratedSchema() {}

  static DataSource named(String name) {
    TestDatabase database = TestInfrastructure.database(name, name);
    DriverManagerDataSource dataSource =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/messaging")
        .defaultSchema(name)
        .load()
        .migrate();
    return dataSource;
  }
}
