package io.octroi.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {
  @Test
  void the_defaults_are_those_that_are_documented() {
    DeliveryProperties defaults = bind(Map.of());

    assertThat(defaults)
        .isEqualTo(
            new DeliveryProperties(
                true,
                8,
                Duration.ofMillis(500),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                Duration.ofMinutes(30),
                20,
                Duration.ofDays(3),
                Duration.ofMinutes(2),
                Duration.ofSeconds(20)));
  }

  @Test
  void settings_are_read_under_their_names() {
    DeliveryProperties properties =
        bind(
            Map.of(
                "octroi.notifier.delivery.lease", "5m",
                "octroi.notifier.delivery.workers", "3",
                "octroi.notifier.delivery.invitation-patience", "10s"));

    assertThat(properties.lease()).isEqualTo(Duration.ofMinutes(5));
    assertThat(properties.workers()).isEqualTo(3);
    assertThat(properties.invitationPatience()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_lease_that_a_channel_could_outlast_is_refused() {
    DeliveryProperties defaults = bind(Map.of());

    defaults.requireLeaseLongerThan(Duration.ofSeconds(59), "mail");
    assertThatThrownBy(() -> defaults.requireLeaseLongerThan(Duration.ofSeconds(60), "mail"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("octroi.notifier.delivery.lease");
  }

  @Test
  void a_lease_of_no_length_is_refused() {
    assertThatThrownBy(() -> bind(Map.of("octroi.notifier.delivery.lease", "0s")))
        .rootCause()
        .hasMessageContaining("lease must be positive");
  }

  private static DeliveryProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("octroi.notifier.delivery", DeliveryProperties.class);
  }
}
