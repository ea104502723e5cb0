package io.octroi.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.broker.BrokerSettings;
import io.octroi.platform.broker.EmbeddedBroker;
import io.octroi.platform.database.DatabaseSettings;
import io.octroi.platform.database.EmbeddedDatabase;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class JobsIT {
  @TempDir Path folder;

  @Test
  void topics_are_made_once_and_kept_as_declared() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("kafka")))) {
      String brokers = broker.bootstrapServers();

      assertThat(topics(brokers, 3, "100000")).isEqualTo("payments.v1: created\n");
      assertThat(topics(brokers, 3, "100000")).isEmpty();
      assertThat(topics(brokers, 3, "200000"))
          .isEqualTo("payments.v1: set {retention.ms=200000}\n");
      assertThatThrownBy(() -> topics(brokers, 6, "200000"))
          .hasMessageContaining("payments.v1 has 3 partitions, 6 are declared");
    }
  }

  private String topics(String brokers, int partitions, String retention) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("topics.json"),
            """
            [{"name": "payments.v1", "partitions": %d, "replicas": 1,
              "config": {"retention.ms": "%s"}}]
            """
                .formatted(partitions, retention));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        JobsApplication.run(
            new String[] {"topics", file.toString()},
            Map.of("KAFKA_BOOTSTRAP_SERVERS", brokers, "KAFKA_AUTH", "plaintext"),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(status).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void roles_are_made_by_the_administrator_and_all_or_none() throws Exception {
    try (EmbeddedDatabase database =
            EmbeddedDatabase.start(DatabaseSettings.in(folder.resolve("postgresql")));
        SecretsManagerStandIn secrets =
            SecretsManagerStandIn.start(
                SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()));
        SecretsManagerClient client = client(secrets)) {
      execute(database, "create role octroi_administrator superuser login password 'known'");
      client.createSecret(request ->
          request
              .name("administrator")
              .secretString("{\"username\": \"octroi_administrator\", \"password\": \"known\"}"));
      Administrator administrator = Administrator.from(client, "administrator");

      DatabaseJob.run(roles("payment_worker"), database.jdbcUrl(), administrator);
      DatabaseJob.run(roles("payment_worker"), database.jdbcUrl(), administrator);
      assertThatThrownBy(() ->
              DatabaseJob.run(
                  roles("notifier") + "create nonsense;", database.jdbcUrl(), administrator))
          .isInstanceOf(SQLException.class);

      execute(database, "set role payment_worker");
      assertThatThrownBy(() -> execute(database, "set role notifier"))
          .hasMessageContaining("\"notifier\" does not exist");
      assertThat(administrator.toString()).doesNotContain("known");
    }
  }

  /** In the shape of Terraform's text. */
  private static String roles(String role) {
    return """
    do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then \
    create role %1$s login; end if; end $$;
    grant connect, temporary on database octroi to %1$s;
    create schema if not exists %1$s authorization %1$s;
    """
        .formatted(role);
  }

  private static SecretsManagerClient client(SecretsManagerStandIn secrets) {
    return SecretsManagerClient.builder()
        .endpointOverride(secrets.uri())
        .region(Region.EU_WEST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
