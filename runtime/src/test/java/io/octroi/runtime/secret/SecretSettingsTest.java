package io.octroi.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.http.Answer;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;

/** Settings over the real SDK, its default chain of credentials, and a stand-in's protocol. */
class SecretSettingsTest {
  private static final String ID = "octroi/notifier/telegram";
  private static final String FROM = "octroi.secrets.from.octroi.notifier.telegram.token=";
  private static final String VALUE = "100200300:nobody-may-see-this";
  private static final String NEW = "100200300:nor-that";

  private final SecretsManagerStandIn manager =
      SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()));

  /** A service without anything. */
  static final class Service {
    public static void main(String[] arguments) {
      new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE).run(arguments);
    }
  }

  SecretSettingsTest() {
    // What the default chain finds first.
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void stop() {
    manager.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void a_setting_has_the_value_of_its_secret_and_the_environment_does_not() {
    manager.put(ID, "{\"token\":\"" + VALUE + "\"}");

    try (ConfigurableApplicationContext service = start(FROM + ID + "#token")) {
      assertThat(token(service).value()).isEqualTo(VALUE);
      assertThat(everythingIn(service)).isNotEmpty().noneMatch(text -> text.contains(VALUE));
      assertThat(service.getBean(SecretSettings.class) + " " + token(service))
          .contains("TELEGRAM_TOKEN")
          .doesNotContain(VALUE);
    }
  }

  @Test
  void a_setting_without_a_secret_keeps_its_plain_value() {
    try (ConfigurableApplicationContext service = start()) {
      assertThat(token(service).value()).isEqualTo("plain");
      assertThat(token(service)).asString().doesNotContain("plain");
      assertThat(manager.server().requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | octroi/notifier/telegram#token (octroi.notifier.telegram.token) cannot be had: there is no such secret
          {"key":"x"}   | octroi.notifier.telegram.token: the stored secret has no text member named token
          {"token":" "} | octroi.notifier.telegram.token: the stored secret is empty at token
          gibberish     | octroi.notifier.telegram.token: the stored secret is not JSON
          """)
  void without_its_value_nothing_starts(String stored, String said) {
    if (!stored.isEmpty()) {
      manager.put(ID, stored);
    }

    assertThatThrownBy(() -> start(FROM + ID + "#token"))
        .isInstanceOf(SecretStartException.class)
        .hasMessageContaining(ID + "#token")
        .hasMessageContaining(said);
  }

  @Test
  void a_process_without_its_secret_says_so_in_one_line_and_ends_in_failure() throws Exception {
    manager.put(ID, "{\"tokn\":\"" + VALUE + "\"}");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.accessKeyId=test",
                "-Daws.secretAccessKey=test",
                "-cp",
                System.getProperty("java.class.path"),
                Service.class.getName(),
                "--octroi.aws.endpoint-override=" + manager.uri(),
                "--octroi.aws.region=eu-west-3",
                "--spring.main.banner-mode=off",
                "--" + FROM + ID + "#token")
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines().filter(line -> line.contains(ID)))
        .containsExactly(
            "Secret octroi/notifier/telegram#token (octroi.notifier.telegram.token) cannot be had:"
                + " octroi.notifier.telegram.token: the stored secret has no text member named"
                + " token.");
    assertThat(said).doesNotContain(VALUE, "\tat ");
  }

  @Test
  void a_secret_that_may_not_be_read_keeps_a_service_from_starting() {
    manager
        .server()
        .script(
            100,
            request -> true,
            Answer.of(400, "application/x-amz-json-1.1", "{\"__type\":\"AccessDeniedException\"}"));

    assertThatThrownBy(() -> start(FROM + ID))
        .isInstanceOf(SecretStartException.class)
        .hasMessageContaining(ID)
        .hasMessageContaining("AccessDeniedException");
  }

  @Test
  void without_secrets_manager_nothing_starts_but_it_is_waited_for() {
    manager.put(ID, VALUE);
    manager.unavailable(true);
    assertThatThrownBy(() -> start(FROM + ID, "octroi.secrets.start-patience=0s"))
        .isInstanceOf(SecretStartException.class)
        .hasMessageContaining(ID)
        .hasMessageContaining("does not answer");

    // More than the client itself tries again
    manager.unavailable(false);
    manager.server().script(5, request -> true, Answer.of(503, "text/plain", "away"));
    try (ConfigurableApplicationContext service =
        start(FROM + ID, "octroi.secrets.retry-interval=50ms")) {
      assertThat(token(service).value()).isEqualTo(VALUE);
    }
  }

  @Test
  void a_name_that_no_setting_has_is_refused() {
    assertThatThrownBy(() -> start("octroi.secrets.from.octroi.notifier.telegram.tokn=" + ID))
        .isInstanceOf(SecretStartException.class)
        .hasMessageContaining("octroi.secrets.from.octroi.notifier.telegram.tokn");
    assertThatThrownBy(() -> start(FROM + ID + "#")).isInstanceOf(SecretStartException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "octroi.notifier.telegram.token",
        "octroi.operations.token",
        "octroi.notifier.sms.authToken",
        "octroi.notifier.mail.suppression-key",
        "octroi.notifier.mail.unsubscribe.secret",
        "octroi.gateway.endpoints[0].secrets[0].value",
        "octroi.aws.secret-access-key",
        "octroi.aws.access-key-id",
        "spring.datasource.password",
        "spring.mail.password",
        "spring.kafka.ssl.key-store-password"
      })
  void in_production_no_secret_may_be_written_out(String name) {
    assertThatThrownBy(() -> start("spring.profiles.active=production", name + "=" + VALUE))
        .isInstanceOf(SecretStartException.class)
        .hasMessageContaining("A secret is written out: ")
        .hasMessageNotContaining(VALUE);
    assertThatThrownBy(() ->
            start(
                "spring.profiles.active=production",
                "spring.datasource.url=jdbc:postgresql://db/octroi?password=" + VALUE))
        .isInstanceOf(SecretStartException.class)
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void in_production_names_of_secrets_and_empty_values_are_no_secrets() {
    manager.put(ID, VALUE);

    try (ConfigurableApplicationContext service =
        start(
            "spring.profiles.active=production",
            FROM + ID,
            "octroi.notifier.sms.auth-token=",
            "octroi.operations.token-name=me",
            "octroi.gateway.endpoints[0].secret-id=octroi/webhooks/stripe")) {
      SecretSettings settings = service.getBean(SecretSettings.class);
      assertThat(settings.required(Sensitive.TELEGRAM_TOKEN, "").value()).isEqualTo(VALUE);
      assertThatThrownBy(() -> settings.required(Sensitive.MAIL_SUPPRESSION_KEY, "octroi"))
          .hasMessageContaining("octroi.secrets.from.octroi.notifier.mail.suppression-key");
    }
  }

  @Test
  void a_refusal_brings_the_new_value_at_once_and_asks_seldom() {
    manager.put(ID, VALUE);
    try (ConfigurableApplicationContext service = start(FROM + ID)) {
      SensitiveSetting token = token(service);
      manager.put(ID, NEW);

      assertThat(token.isOtherThan(VALUE)).isTrue();
      assertThat(token.value()).isEqualTo(NEW);

      int asked = manager.server().requests().size();
      for (int i = 0; i < 100; i++) {
        assertThat(token.isOtherThan(NEW)).isFalse();
        token.refused(NEW);
      }
      assertThat(manager.server().requests()).hasSize(asked);
    }
  }

  @Test
  void a_refusal_that_nobody_waits_for_brings_it_too() {
    manager.put(ID, VALUE);
    try (ConfigurableApplicationContext service = start(FROM + ID)) {
      SensitiveSetting token = token(service);
      manager.put(ID, NEW);

      token.refused(VALUE);

      await().until(() -> token.value().equals(NEW));
    }
  }

  @Test
  void a_rotation_is_noticed_without_a_refusal_and_an_outage_changes_nothing() {
    manager.put(ID, VALUE);
    try (ConfigurableApplicationContext service =
        start(FROM + ID, "octroi.secrets.refresh-interval=50ms")) {
      List<Sensitive> failed = new CopyOnWriteArrayList<>();
      service.getBean(SecretSettings.class).onFailure(failed::add);
      SensitiveSetting token = token(service);

      manager.put(ID, NEW);
      await().until(() -> token.value().equals(NEW));

      // What is of no use is no better than an outage
      manager.put(ID, " ");
      await().until(() -> failed.contains(Sensitive.TELEGRAM_TOKEN));
      failed.clear();
      manager.unavailable(true);
      await().until(() -> failed.contains(Sensitive.TELEGRAM_TOKEN));

      assertThat(token.value()).isEqualTo(NEW);
    }
  }

  private static SensitiveSetting token(ConfigurableApplicationContext service) {
    return service.getBean(SecretSettings.class).setting(Sensitive.TELEGRAM_TOKEN, "plain");
  }

  private static List<String> everythingIn(ConfigurableApplicationContext service) {
    List<String> values = new ArrayList<>();
    service.getEnvironment().getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(EnumerablePropertySource.class::cast)
        .forEach(source ->
            Stream.of(source.getPropertyNames())
                .forEach(name -> values.add(String.valueOf(source.getProperty(name)))));
    values.addAll(System.getenv().values());
    return values;
  }

  private ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .properties(
            Map.of(
                "octroi.aws.endpoint-override", manager.uri().toString(),
                "octroi.aws.region", "eu-west-3",
                "spring.main.banner-mode", "off"))
        .run(Stream.of(properties).map(property -> "--" + property).toArray(String[]::new));
  }
}
