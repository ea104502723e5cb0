package io.octroi.testing;

import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;

/**
 * Kafka and PostgreSQL for the tests of this JVM: Testcontainers where Docker answers, otherwise
 * child processes made of Maven artifacts. Started at the first use, stopped with the JVM.
 */
public final class TestInfrastructure {
  private TestInfrastructure() {}

  public static String kafkaBootstrapServers() {
    return Holder.INSTANCE.bootstrapServers();
  }

  /** Makes sure that the topics exist; the number of partitions counts for new ones only. */
  public static void createTopics(Map<String, Integer> partitionsByName) {
    Holder.INSTANCE.createTopics(partitionsByName);
  }

  /** A schema owned by a role that can log in; the same for the same names. */
  public static TestDatabase database(String schema, String role) {
    return Holder.INSTANCE.database(schema, role);
  }

  /** Points a Spring context at the broker and at a schema of its own. */
  public static void register(DynamicPropertyRegistry registry, String schema, String role) {
    registerKafka(registry);
    TestDatabase database = database(schema, role);
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
  }

  /** Points a Spring context at the broker. */
  public static void registerKafka(DynamicPropertyRegistry registry) {
    registry.add("spring.kafka.bootstrap-servers", TestInfrastructure::kafkaBootstrapServers);
  }

  private static final class Holder {
    static final Infrastructure INSTANCE =
        dockerAnswers() ? new ContainerInfrastructure() : new EmbeddedInfrastructure();

    private static boolean dockerAnswers() {
      return DockerClientFactory.instance().isDockerAvailable();
    }
  }
}
