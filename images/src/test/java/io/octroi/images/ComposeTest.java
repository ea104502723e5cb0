package io.octroi.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComposeTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> WORKERS =
      List.of("payment-worker", "subscription-worker", "notifier");

  private final JsonNode services;

  ComposeTest() throws IOException {
    services = yaml(ROOT.resolve("compose.yaml")).path("services");
  }

  private static JsonNode yaml(Path file) throws IOException {
    return JsonMapper.shared().valueToTree(new Yaml().load(Files.readString(file)));
  }

  @Test
  void everything_is_there() {
    assertThat(services.propertyNames())
        .containsExactlyInAnyOrder(
            "kafka",
            "database",
            "mail",
            "topics",
            "gateway",
            "payment-worker",
            "subscription-worker",
            "notifier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics", "gateway", "payment-worker", "subscription-worker", "notifier"})
  void our_programs_may_do_little(String name) {
    JsonNode service = services.path(name);

    assertThat(service.path("read_only").asBoolean()).isTrue();
    assertThat(service.at("/cap_drop/0").asString()).isEqualTo("ALL");
    assertThat(service.at("/security_opt/0").asString()).isEqualTo("no-new-privileges:true");
    assertThat(service.at("/tmpfs/0").asString()).startsWith("/tmp:size=");
    assertThat(service.at("/build/dockerfile").asString()).isEqualTo("images/Dockerfile");
  }

  @Test
  void each_image_is_built_of_a_module() {
    Stream.of("gateway", "payment-worker", "subscription-worker", "notifier")
        .forEach(name ->
            assertThat(services.at("/" + name + "/build/args/SERVICE").asString()).isEqualTo(name));
    assertThat(services.at("/topics/build/args/SERVICE").asString()).isEqualTo("jobs");
  }

  @Test
  void others_images_are_versions() {
    assertThat(
            services.valueStream().map(s -> s.path("image").asString("")).filter(i -> !i.isEmpty()))
        .hasSize(3)
        .allMatch(image -> image.matches("[a-z/]+:v?\\d+\\.\\d+[a-z0-9.-]*"));
  }

  @Test
  void nothing_is_published_but_on_loopback() {
    assertThat(services.valueStream().flatMap(s -> s.path("ports").valueStream()))
        .isNotEmpty()
        .allMatch(port -> port.asString().startsWith("127.0.0.1:"));
  }

  @Test
  void secrets_are_asked_for_and_not_written_down() {
    assertThat(
            services
                .valueStream()
                .flatMap(s -> s.path("environment").propertyStream())
                .filter(e -> e.getKey().matches(".*(PASSWORD|TOKEN|SECRETS_0_VALUE)")))
        .hasSizeGreaterThan(5)
        .allMatch(e -> e.getValue().asString().matches("\\$\\{[A-Z_]+:\\?.+}"));
  }

  @Test
  void what_is_needed_is_waited_for() {
    assertThat(services.at("/topics/depends_on/kafka/condition").asString())
        .isEqualTo("service_healthy");
    assertThat(services.at("/gateway/depends_on").propertyNames()).containsExactly("topics");
    WORKERS.forEach(worker ->
        assertThat(services.at("/" + worker + "/depends_on").propertyNames())
            .containsExactlyInAnyOrder("topics", "database"));
    Stream.of("kafka", "database")
        .forEach(name -> assertThat(services.path(name).has("healthcheck")).isTrue());
  }

  @Test
  void a_worker_reads_what_it_is_told() throws IOException {
    for (String worker : WORKERS) {
      String settings =
          Files.readString(ROOT.resolve(worker + "/src/main/resources/application.yaml"));

      assertThat(services.at("/" + worker + "/environment").propertyNames())
          .filteredOn(name -> name.matches("OCTROI_(KAFKA|DATABASE|SMTP|OPERATIONS)_.*"))
          .isNotEmpty()
          .allMatch(name -> settings.contains("${" + name + ":"));
    }
  }

  @Test
  void every_topic_is_made() throws IOException {
    List<String> made =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("compose/topics.json")))
            .valueStream()
            .map(topic -> topic.path("name").asString())
            .toList();

    assertThat(made).containsAll(Topics.all());
    assertThat(made)
        .contains(
            Topics.deadLetter(Topics.WEBHOOKS, "payment-worker"),
            Topics.deadLetter(Topics.PAYMENTS, "subscription-worker"),
            Topics.deadLetter(Topics.WATERMARKS, "subscription-worker"),
            Topics.deadLetter(Topics.SUBSCRIPTIONS, "notifier"),
            Topics.deadLetter(Topics.CALLBACKS, "notifier"));
  }
}
