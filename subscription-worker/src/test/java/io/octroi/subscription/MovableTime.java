package io.octroi.subscription;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the clock that tests move in place of the system's. */
@TestConfiguration(proxyBeanMethods = false)
class MovableTime {
  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  }
}
