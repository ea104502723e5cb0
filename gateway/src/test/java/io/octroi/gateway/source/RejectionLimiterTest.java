package io.octroi.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RejectionLimiterTest {
  private static final Source SOURCE = new Source("192.0.2.1");

  private long nanos;

  @Test
  void a_source_waits_once_it_has_spent_its_minute() {
    RejectionLimiter limiter = limiter(2, 10);

    assertThat(limiter.note(SOURCE)).isZero();
    assertThat(limiter.note(SOURCE)).isZero();
    assertThat(limiter.note(SOURCE)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
    assertThat(limiter.note(new Source("192.0.2.2"))).isZero();
  }

  @Test
  void a_source_that_rests_may_err_again() {
    RejectionLimiter limiter = limiter(1, 10);
    limiter.note(SOURCE);

    nanos += Duration.ofSeconds(61).toNanos();

    assertThat(limiter.note(SOURCE)).isZero();
  }

  @Test
  void only_so_many_sources_are_remembered() {
    RejectionLimiter limiter = limiter(1, 2);
    limiter.note(SOURCE);

    limiter.note(new Source("192.0.2.2"));
    limiter.note(new Source("192.0.2.3"));

    assertThat(limiter.note(SOURCE)).as("forgotten, so its minute is new").isZero();
  }

  private RejectionLimiter limiter(int perMinute, int maxSources) {
    TimeMeter time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos;
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
    return new RejectionLimiter(new SourceProperties.Rejections(perMinute, maxSources), time);
  }
}
