package io.octroi.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.gateway.generic.GenericScheme;
import io.octroi.gateway.secret.SecretProperties;
import io.octroi.gateway.secret.SecretStore;
import io.octroi.gateway.stripe.StripeScheme;
import io.octroi.runtime.clock.ClockConfiguration;
import io.octroi.runtime.secret.SecretsConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** From settings to endpoints, through the binding and validation that a start does. */
class EndpointFactoryTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "name", "stripe",
          "scheme", "stripe",
          "secrets[0].version", "2026-09",
          "secrets[0].value", "whsec_secret_of_the_test");

  @EnableConfigurationProperties({EndpointProperties.class, SecretProperties.class})
  @ComponentScan(basePackageClasses = SecretStore.class)
  @Import(SecretsConfiguration.class)
  static class Settings {
    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  @Test
  void an_endpoint_speaks_for_its_scheme_unless_it_names_a_provider() {
    assertThat(endpoint(Map.of()).provider()).isEqualTo("stripe");
    assertThat(endpoint(Map.of("provider", "stripe-ch")).provider()).isEqualTo("stripe-ch");
    assertThat(endpoint(Map.of("provider", "mtn_momo")).provider()).isEqualTo("mtn_momo");
  }

  @Test
  void an_endpoint_uses_the_secrets_of_its_configuration() {
    assertThat(endpoint(Map.of()).secrets().current())
        .singleElement()
        .satisfies(secret -> assertThat(secret.version()).isEqualTo("2026-09"))
        .satisfies(secret -> assertThat(secret).asString().doesNotContain("whsec"));
  }

  @ParameterizedTest
  @CsvSource({
    "scheme, telepathy, unknown scheme",
    "profile, body-only, no profiles",
    "secret-id, octroi/stripe, either secret-id or secrets",
    "secrets[0].value, '', cannot use its secret 2026-09",
    "secrets[0].value, ' ', cannot use its secret 2026-09",
  })
  void a_start_fails_on_an_endpoint_that_cannot_work(String key, String value, String message) {
    assertThatThrownBy(() -> endpoint(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("endpoint stripe: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("whsec");
  }

  @ParameterizedTest
  @CsvSource({
    "name, Stripe",
    "name, a/b",
    "provider, a b",
    "secrets[0].version, ''",
    "tolerance.past, 0s",
    "tolerance.past, 8d",
    "tolerance.future, -1s",
  })
  void a_start_fails_on_a_setting_out_of_its_range(String key, String value) {
    runner(Map.of(key, value)).run(context -> assertThat(context).hasFailed());
  }

  @Test
  void two_endpoints_cannot_have_one_name() {
    Endpoint endpoint = endpoint(Map.of());

    assertThatThrownBy(() -> new Endpoints(List.of(endpoint, endpoint)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Endpoint endpoint(Map<String, String> changes) {
    Endpoint[] made = new Endpoint[1];
    runner(changes)
        .run(context -> {
          EndpointProperties properties = context.getBean(EndpointProperties.class);
          made[0] =
              new EndpointFactory(
                      List.of(StripeScheme.definition(), GenericScheme.definition()),
                      context.getBean(SecretStore.class),
                      properties.publicUrl())
                  .create(properties.endpoints().getFirst());
        });
    return made[0];
  }

  private static ApplicationContextRunner runner(Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(SOUND);
    all.putAll(changes);
    ApplicationContextRunner runner =
        new ApplicationContextRunner()
            .withUserConfiguration(ClockConfiguration.class)
            .withUserConfiguration(Settings.class);
    for (Map.Entry<String, String> setting : all.entrySet()) {
      runner =
          runner.withPropertyValues(
              "octroi.gateway.endpoints[0]." + setting.getKey() + "=" + setting.getValue());
    }
    return runner;
  }
}
