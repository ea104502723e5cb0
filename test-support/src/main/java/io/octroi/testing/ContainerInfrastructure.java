package io.octroi.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Broker and database in containers; Testcontainers removes them when the JVM ends. */
final class ContainerInfrastructure implements Infrastructure {
  private static final String KAFKA_IMAGE = "apache/kafka-native:4.1.0";
  private static final String POSTGRES_IMAGE = "postgres:18-alpine";
  private static final String PASSWORD = "test";

  private final KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer(POSTGRES_IMAGE).withDatabaseName("octroi");

  ContainerInfrastructure() {
    kafka.start();
    postgres.start();
  }

  @Override
  public String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public void createTopics(Map<String, Integer> partitionsByName) {
    List<NewTopic> topics = new ArrayList<>();
    partitionsByName.forEach(
        (name, partitions) -> topics.add(new NewTopic(name, partitions, (short) 1)));
    Map<String, Object> config =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    try (Admin admin = Admin.create(config)) {
      for (var result : admin.createTopics(topics).values().values()) {
        awaitCreation(result);
      }
    }
  }

  private static void awaitCreation(KafkaFuture<Void> result) {
    try {
      result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("a topic could not be created", e);
      }
    }
  }

  @Override
  public TestDatabase database(String schema, String role) {
    String create =
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%2$s') then
            create role %2$s login password '%3$s';
          end if;
        end $$;
        create schema if not exists %1$s authorization %2$s;
        create schema if not exists %1$s_shadow authorization %2$s;
        alter role %2$s set search_path = %1$s;
        """
            .formatted(schema, role, PASSWORD);
    try (Connection connection =
            DriverManager.getConnection(
                postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(create);
    } catch (SQLException e) {
      throw new IllegalStateException("the test schema could not be made", e);
    }
    return new TestDatabase(postgres.getJdbcUrl(), role, PASSWORD);
  }
}
