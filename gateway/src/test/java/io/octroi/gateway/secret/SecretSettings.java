package io.octroi.gateway.secret;

import java.time.Duration;

/** Settings as they are by default. */
final class SecretSettings {
  private SecretSettings() {}

  static SecretProperties defaults() {
    return with(60, 1_024);
  }

  static SecretProperties with(int refreshesPerMinute, int maxWaiting) {
    return new SecretProperties(
        Duration.ofMinutes(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        refreshesPerMinute,
        Duration.ofMillis(200),
        maxWaiting,
        Duration.ofDays(3));
  }
}
