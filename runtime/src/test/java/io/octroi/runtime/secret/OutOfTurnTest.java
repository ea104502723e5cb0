package io.octroi.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class OutOfTurnTest {
  private final List<Runnable> held = new ArrayList<>();
  private int loads;
  private long nanos;

  @Test
  void a_refusal_loads_at_once() {
    OutOfTurn<String> outOfTurn = outOfTurn(60, Runnable::run);

    assertThat(outOfTurn.awaitLoad("a")).isTrue();
    assertThat(loads).isEqualTo(1);
  }

  @Test
  void one_secret_is_loaded_once_an_interval_however_many_refusals_there_are() {
    OutOfTurn<String> outOfTurn = outOfTurn(60, Runnable::run);

    for (int i = 0; i < 1_000; i++) {
      assertThat(outOfTurn.awaitLoad("a")).isTrue();
    }
    assertThat(loads).isEqualTo(1);

    nanos += Duration.ofSeconds(10).toNanos();
    outOfTurn.awaitLoad("a");

    assertThat(loads).isEqualTo(2);
  }

  @Test
  void all_secrets_together_are_loaded_only_so_often() {
    OutOfTurn<Integer> outOfTurn =
        new OutOfTurn<>(limits(3), secret -> loads++, Runnable::run, time());

    for (int i = 0; i < 10; i++) {
      outOfTurn.awaitLoad(i);
    }

    assertThat(loads).isEqualTo(3);
  }

  @Test
  void nobody_waits_for_long_and_a_load_under_way_is_not_begun_again() {
    OutOfTurn<String> outOfTurn = outOfTurn(60, held::add);

    assertThat(outOfTurn.awaitLoad("a")).isFalse();
    nanos += Duration.ofMinutes(1).toNanos();
    assertThat(outOfTurn.awaitLoad("a")).isFalse();

    assertThat(held).hasSize(1);
  }

  @Test
  void a_load_that_fails_is_none() {
    OutOfTurn<String> outOfTurn =
        new OutOfTurn<>(
            limits(60),
            secret -> {
              throw new SecretUnavailableException("away");
            },
            Runnable::run,
            time());

    assertThat(outOfTurn.awaitLoad("a")).isFalse();
  }

  private OutOfTurn<String> outOfTurn(int perMinute, Executor threads) {
    return new OutOfTurn<>(limits(perMinute), secret -> loads++, threads, time());
  }

  private static OutOfTurn.Limits limits(int perMinute) {
    return new OutOfTurn.Limits(Duration.ofSeconds(10), perMinute, Duration.ofMillis(200), 8);
  }

  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos;
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
