package io.octroi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.endpoint.EndpointProperties;
import io.octroi.gateway.intake.IntakeProperties;
import io.octroi.gateway.problem.HeaderProperties;
import io.octroi.gateway.publish.PublishProperties;
import io.octroi.gateway.quarantine.QuarantineProperties;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.secret.SecretProperties;
import io.octroi.gateway.source.SourceProperties;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/** Every limit has a default, and every default can be changed. */
class GatewaySettingsTest {

  @EnableConfigurationProperties({
    EndpointProperties.class,
    HeaderProperties.class,
    IntakeProperties.class,
    PublishProperties.class,
    QuarantineProperties.class,
    SecretProperties.class,
    SourceProperties.class
  })
  static class Settings {}

  @Test
  void every_limit_has_its_documented_default() {
    withEnvironment(
        Map.of(),
        context -> {
          assertThat(context.getBean(EndpointProperties.class).endpoints()).isEmpty();
          assertThat(context.getBean(HeaderProperties.class).hstsMaxAge()).isZero();
          assertThat(context.getBean(IntakeProperties.class))
              .isEqualTo(
                  new IntakeProperties(
                      DataSize.ofMegabytes(1),
                      DataSize.ofMegabytes(64),
                      Duration.ofSeconds(10),
                      Duration.ofSeconds(5)));
          assertThat(context.getBean(PublishProperties.class))
              .isEqualTo(
                  new PublishProperties(
                      1_024,
                      8,
                      Duration.ofSeconds(2),
                      Duration.ofSeconds(3),
                      Duration.ofSeconds(5),
                      Duration.ZERO,
                      1,
                      DataSize.ofKilobytes(64),
                      DataSize.ofKilobytes(1_152),
                      DataSize.ofMegabytes(64)));
          assertThat(context.getBean(SourceProperties.class))
              .isEqualTo(new SourceProperties(0, new SourceProperties.Rejections(60, 10_000)));
        });
  }

  @Test
  void what_is_kept_and_how_secrets_are_had_has_documented_defaults_too() {
    withEnvironment(
        Map.of(),
        context -> {
          assertThat(context.getBean(QuarantineProperties.class))
              .isEqualTo(
                  new QuarantineProperties(
                      "",
                      DataSize.ofKilobytes(256),
                      Duration.ofDays(3),
                      DataSize.ofMegabytes(16),
                      DataSize.ofMegabytes(48),
                      DataSize.ofMegabytes(64),
                      10_000,
                      64,
                      Duration.ofMinutes(10)));
          assertThat(context.getBean(SecretProperties.class))
              .isEqualTo(
                  new SecretProperties(
                      Duration.ofMinutes(1),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(10),
                      60,
                      Duration.ofSeconds(1),
                      1_024,
                      Duration.ofDays(3)));
        });
  }

  @Test
  void an_endpoint_can_be_set_from_the_environment() {
    withEnvironment(
        Map.of(
            "OCTROI_GATEWAY_ENDPOINTS_0_NAME", "partner",
            "OCTROI_GATEWAY_ENDPOINTS_0_SCHEME", "generic",
            "OCTROI_GATEWAY_ENDPOINTS_0_PROFILE", "body-only",
            "OCTROI_GATEWAY_ENDPOINTS_0_TOLERANCE_PAST", "60s",
            "OCTROI_GATEWAY_ENDPOINTS_0_SECRETID", "octroi/partner",
            "OCTROI_GATEWAY_TRUSTEDPROXYHOPS", "2",
            "OCTROI_GATEWAY_REJECTIONS_PERMINUTE", "7"),
        context -> {
          assertThat(context.getBean(EndpointProperties.class).endpoints())
              .singleElement()
              .satisfies(endpoint -> {
                assertThat(endpoint.name()).isEqualTo("partner");
                assertThat(endpoint.profile()).isEqualTo("body-only");
                assertThat(endpoint.secretId()).isEqualTo("octroi/partner");
                assertThat(endpoint.tolerance().past()).isEqualTo(Duration.ofMinutes(1));
                assertThat(endpoint.tolerance().future()).isEqualTo(Tolerance.DEFAULT.future());
              });
          assertThat(context.getBean(SourceProperties.class))
              .isEqualTo(new SourceProperties(2, new SourceProperties.Rejections(7, 10_000)));
        });
  }

  private static void withEnvironment(
      Map<String, Object> environment, Consumer<AssertableApplicationContext> assertions) {
    new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withInitializer(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(
                    new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
        .run(assertions::accept);
  }
}
