package io.octroi.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.runtime.secret.Retirement.Evidence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetirementTest {
  private static final Instant NOW = Instant.parse("2026-09-21T12:00:00Z");
  private static final Duration WAIT = Duration.ofDays(3);
  private static final Instant LONG_AGO = NOW.minus(WAIT);

  @Test
  void a_version_is_safe_to_retire_once_another_serves_and_it_has_long_been_out_of_use() {
    assertThat(verdict(false, true, LONG_AGO, LONG_AGO)).isEqualTo(Retirement.SAFE);
    assertThat(verdict(false, true, Instant.EPOCH, LONG_AGO)).isEqualTo(Retirement.SAFE);
  }

  @Test
  void anything_less_keeps_it_and_says_why() {
    Instant later = LONG_AGO.plusSeconds(1);

    assertThat(verdict(true, true, LONG_AGO, LONG_AGO)).isEqualTo(Retirement.CURRENT);
    assertThat(verdict(false, false, LONG_AGO, LONG_AGO)).isEqualTo(Retirement.NEWER_NOT_USED);
    assertThat(verdict(false, true, later, LONG_AGO)).isEqualTo(Retirement.USED_RECENTLY);
    assertThat(verdict(false, true, LONG_AGO, later)).isEqualTo(Retirement.WATCHED_TOO_SHORT);
    assertThat(Retirement.WATCHED_TOO_SHORT.wireName()).isEqualTo("watched-too-short");
  }

  private static Retirement verdict(
      boolean current, boolean newerUsed, Instant lastUsedAt, Instant watchedSince) {
    return Retirement.of(new Evidence(current, newerUsed, lastUsedAt, watchedSince), NOW, WAIT);
  }
}
