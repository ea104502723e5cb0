package io.octroi.messaging.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationApplicationIT {
  private static final String LOCATIONS = "classpath:db/operations,classpath:db/messaging";

  @Test
  void a_schema_is_brought_up_to_date_without_a_worker() {
    TestDatabase database = TestInfrastructure.database("migration_test", "migration_test");

    migrate(database, database.jdbcUrl(), LOCATIONS);
    migrate(database, overAwsDriver(database), LOCATIONS);

    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.jdbcUrl(), database.username(), database.password()));
    assertThat(jdbc.sql("select count(*) from migration_test.outbox").query(Long.class).single())
        .isZero();
  }

  @Test
  void a_migration_that_fails_is_not_passed_over() {
    TestDatabase database = TestInfrastructure.database("migration_test", "migration_test");

    assertThatThrownBy(() -> migrate(database, database.jdbcUrl(), "classpath:db/nowhere"))
        .hasStackTraceContaining("db/nowhere");
  }

  /** The driver that signs in by IAM on AWS, without what only Aurora has. */
  private static String overAwsDriver(TestDatabase database) {
    String url = database.jdbcUrl().replace("jdbc:", "jdbc:aws-wrapper:");
    return url + (url.contains("?") ? "&" : "?") + "wrapperPlugins=";
  }

  private static void migrate(TestDatabase database, String url, String locations) {
    MigrationApplication.main(
        new String[] {
          "--spring.datasource.url=" + url,
          "--spring.datasource.username=" + database.username(),
          "--spring.datasource.password=" + database.password(),
          "--spring.flyway.default-schema=migration_test",
          "--spring.flyway.locations=" + locations,
          "--spring.flyway.fail-on-missing-locations=true"
        });
  }
}
