package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ComparisonPropertiesTest {
  private static final String PREFIX = "octroi.payment.reconciliation.providers";

  @Test
  void everything_has_a_default() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new ComparisonProperties(
                Duration.ofHours(24), Duration.ofMinutes(15), 200, Duration.ofMinutes(2)));
  }

  @Test
  void everything_can_be_set() {
    assertThat(
            bind(
                Map.of(
                    PREFIX + ".window", "7d",
                    PREFIX + ".settle-after", "30s",
                    PREFIX + ".max-pages", "3",
                    PREFIX + ".timeout", "10s")))
        .isEqualTo(
            new ComparisonProperties(
                Duration.ofDays(7), Duration.ofSeconds(30), 3, Duration.ofSeconds(10)));
  }

  @Test
  void the_window_ends_a_while_before_now_in_whole_seconds() {
    assertThat(bind(Map.of()).windowBefore(Instant.parse("2026-09-10T08:00:00.7Z")))
        .isEqualTo(
            new Window(
                Instant.parse("2026-09-09T07:45:00Z"), Instant.parse("2026-09-10T07:45:00Z")));
  }

  private static ComparisonProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate(PREFIX, ComparisonProperties.class);
  }
}
