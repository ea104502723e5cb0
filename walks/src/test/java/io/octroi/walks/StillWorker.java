package io.octroi.walks;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventTypes;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.subscription.plan.Plans;
import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A worker with its own wiring on its own schema, in which nothing lives by itself: no listener, no
 * relay, no schedule. What it takes in and tells is handed over by hand.
 */
final class StillWorker implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final String emptied;

  private StillWorker(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.transactions = context.getBean(TransactionTemplate.class);
    this.emptied =
        "truncate "
            + String.join(
                ", ",
                jdbc.query(
                    """
                    select table_name from information_schema.tables
                     where table_schema = current_schema() and table_type = 'BASE TABLE'
                       and table_name not in
                           ('flyway_schema_history', 'audit_log', 'outbox_lanes')
                    """,
                    (row, number) -> row.getString(1)));
  }

  /**
   * @param module the folder of the worker's module
   * @param settings beyond those of the module, as {@code name=value}
   */
  static StillWorker start(
      Class<?> application,
      String module,
      TestDatabase database,
      Surroundings surroundings,
      String... settings) {
    String resources = Path.of("..", module, "src", "main", "resources").toAbsolutePath() + "/";
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.config.location=file:" + resources + "application.yaml",
                "--spring.flyway.locations=classpath:db/operations,classpath:db/messaging,filesystem:"
                    + resources
                    + "db/migration",
                "--spring.main.lazy-initialization=true",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.connection-init-sql=set synchronous_commit = off",
                "--spring.kafka.bootstrap-servers=" + TestInfrastructure.kafkaBootstrapServers()));
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    return new StillWorker(
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .initializers(new Stillness(surroundings)::imposeOn)
            .run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Takes a batch in as the listener does: in one transaction. */
  void take(String handler, List<Inbound> batch) {
    BatchHandler taking = context.getBean(handler, BatchHandler.class);
    transactions.executeWithoutResult(status -> taking.handle(batch));
  }

  /** Takes what is told out of the outbox, in its order. */
  List<EventEnvelope> told() {
    List<EventEnvelope> told =
        jdbc.query(
            "select event_id, source, type, payload from outbox order by id",
            (row, number) ->
                new EventEnvelope(
                    row.getObject("event_id", UUID.class),
                    row.getString("source"),
                    EventCodec.fromJson(
                        row.getBytes("payload"),
                        EventTypes.classOf(row.getString("type")).orElseThrow())));
    jdbc.update("delete from outbox");
    return told;
  }

  /** Forgets everything. */
  void empty() {
    jdbc.execute(emptied);
  }

  @Override
  public void close() {
    context.close();
  }

  /** What is the walk's and not the worker's. */
  record Surroundings(Clock clock, Plans plans) {}

  /** Starts nothing that would run by itself, at the hour of a clock. */
  private record Stillness(Surroundings surroundings) {
    void imposeOn(ConfigurableApplicationContext context) {
      GenericApplicationContext registry = (GenericApplicationContext) context;
      registry.registerBean(
          "walkClock", Clock.class, surroundings::clock, bean -> bean.setPrimary(true));
      registry.registerBean(
          "walkPlans", Plans.class, surroundings::plans, bean -> bean.setPrimary(true));
      registry.registerBean(
          "lifecycleProcessor", DefaultLifecycleProcessor.class, StartingNothing::new);
    }
  }

  private static final class StartingNothing extends DefaultLifecycleProcessor {
    @Override
    public void onRefresh() {}
  }
}
