package io.octroi.messaging.migration;

import io.octroi.messaging.login.DatabaseLogin;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Migrates the schema of the worker whose jar it is started from, with that worker's settings, and
 * ends. A worker does the same when it starts; this comes first where a migration that fails must
 * stop an upgrade.
 */
public final class MigrationApplication {
  private MigrationApplication() {}

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Schema.class).web(WebApplicationType.NONE).run(arguments).close();
  }

  /** Nothing of the worker but its database and what brings that up to date. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @Import(DatabaseLogin.class)
  static final class Schema {}
}
