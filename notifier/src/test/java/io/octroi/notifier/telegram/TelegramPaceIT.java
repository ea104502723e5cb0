package io.octroi.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.NotifierContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramPaceIT extends NotifierContext {
  private static final PaceProperties SLOW =
      new PaceProperties(1, 3, 1, 2, Duration.ofMillis(1_100));

  /** What the slow pace reserved is ahead of the others' time. */
  @AfterEach
  void forgetWhatWasReserved() {
    jdbc.update("delete from telegram_pace");
  }

  @Test
  void after_a_burst_calls_wait_their_turn_over_all_instances_and_then_are_denied() {
    // As two instances see it: nothing is kept but the rows.
    TelegramPace one = new TelegramPace(jdbc, SLOW);
    TelegramPace other = new TelegramPace(jdbc, SLOW);
    jdbc.update("delete from telegram_pace");

    TelegramPace.Leave first = one.reserve(42);
    TelegramPace.Leave second = other.reserve(42);
    TelegramPace.Leave third = one.reserve(42);
    TelegramPace.Leave fourth = other.reserve(42);
    TelegramPace.Leave elsewhere = one.reserve(43);

    assertThat(first).isEqualTo(new TelegramPace.Leave(true, Duration.ZERO));
    assertThat(second).isEqualTo(new TelegramPace.Leave(true, Duration.ZERO));
    assertThat(third.granted()).isTrue();
    assertThat(third.delay()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    assertThat(fourth.granted()).isFalse();
    assertThat(elsewhere.granted()).isTrue();
    assertThat(elsewhere.delay()).isPositive();
  }
}
