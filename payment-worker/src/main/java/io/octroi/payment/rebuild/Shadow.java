package io.octroi.payment.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The schema beside the live one, made by the same migrations and emptied when it is closed.
 * Statements without a schema's name find its tables. Connections are its own: none is taken from
 * the webhooks.
 */
final class Shadow implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final HikariDataSource connections;
  private final Flyway flyway;

  private Shadow(HikariDataSource connections, Flyway flyway) {
    this.connections = connections;
    this.flyway = flyway;
  }

  /**
   * Makes the schema's tables, empty.
   *
   * @param live how the live schema is made
   * @throws RebuildRefusedException where the schema is not there and the role may not make it
   */
  static Shadow open(DataSource main, Flyway live, Schemas schemas) {
    HikariDataSource connections =
        DataSourceBuilder.derivedFrom(main).type(HikariDataSource.class).build();
    connections.setPoolName("rebuild");
    connections.setMaximumPoolSize(CONNECTIONS);
    connections.setMinimumIdle(0);
    connections.setSchema(schemas.shadow());
    // The server's detail of an error quotes the row, and rows hold personal data.
    connections.addDataSourceProperty("logServerErrorDetail", "false");
    Flyway flyway =
        Flyway.configure()
            .configuration(live.getConfiguration())
            .dataSource(connections)
            .schemas(schemas.shadow())
            .defaultSchema(schemas.shadow())
            .createSchemas(false)
            .cleanDisabled(false)
            .load();
    Shadow shadow = new Shadow(connections, flyway);
    try {
      shadow.require(schemas.shadow());
      flyway.clean();
      flyway.migrate();
      return shadow;
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(connections);
  }

  PlatformTransactionManager transactions() {
    return new JdbcTransactionManager(connections);
  }

  @Override
  public void close() {
    try (connections) {
      flyway.clean();
    }
  }

  private void require(String schema) {
    JdbcTemplate jdbc = jdbc();
    Boolean there =
        jdbc.queryForObject("select to_regnamespace(?) is not null", Boolean.class, schema);
    if (Boolean.TRUE.equals(there)) {
      return;
    }
    try {
      jdbc.execute("create schema " + schema);
    } catch (DataAccessException e) {
      throw new RebuildRefusedException("shadow_schema_missing", e);
    }
  }
}
