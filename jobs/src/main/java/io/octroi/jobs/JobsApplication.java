package io.octroi.jobs;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Runs one job: {@code topics FILE} or {@code database FILE}. Both may be run again. Surroundings
 * come from the environment: {@code KAFKA_BOOTSTRAP_SERVERS}, {@code KAFKA_AUTH}; {@code
 * DATABASE_URL}, {@code DATABASE_ADMINISTRATOR_SECRET}.
 */
public final class JobsApplication {
  private static final String USAGE = "usage: topics FILE | database FILE";
  private static final int TIMEOUT_MILLIS = 60_000;

  private JobsApplication() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments, System.getenv(), System.out));
  }

  static int run(String[] arguments, Map<String, String> environment, PrintStream out)
      throws Exception {
    if (arguments.length != 2) {
      out.println(USAGE);
      return arguments.length == 1 && arguments[0].equals("--help") ? 0 : 2;
    }
    String file = Files.readString(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "topics" -> topics(file, environment, out);
      case "database" -> database(file, environment, out);
      default -> {
        out.println(USAGE);
        return 2;
      }
    }
    return 0;
  }

  private static void topics(String file, Map<String, String> environment, PrintStream out)
      throws Exception {
    try (Admin admin = Admin.create(broker(environment))) {
      TopicsJob.run(DeclaredTopic.listOf(file), admin).forEach(out::println);
    }
  }

  private static void database(String sql, Map<String, String> environment, PrintStream out)
      throws Exception {
    try (SecretsManagerClient secrets =
        SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      DatabaseJob.run(
          sql,
          required(environment, "DATABASE_URL"),
          Administrator.from(secrets, required(environment, "DATABASE_ADMINISTRATOR_SECRET")));
    }
    out.println("roles and schemas are there");
  }

  private static Properties broker(Map<String, String> environment) {
    Properties properties = new Properties();
    properties.put(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        required(environment, "KAFKA_BOOTSTRAP_SERVERS"));
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    properties.putAll(Authentication.named(required(environment, "KAFKA_AUTH")).settings());
    return properties;
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing from the environment");
    }
    return value;
  }
}
