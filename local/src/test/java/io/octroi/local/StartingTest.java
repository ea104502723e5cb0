package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartingTest {
  private final List<String> closed = new CopyOnWriteArrayList<>();

  @Test
  void many_start_at_once_however_few_processors_there_are() throws Exception {
    CountDownLatch all = new CountDownLatch(4);

    for (int i = 0; i < 4; i++) {
      var _ = Starting.of(() -> waitingFor(all));
    }

    assertThat(all.await(2, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_is_closed_while_it_starts_is_closed_when_it_has_started() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    Starting<AutoCloseable> starting =
        Starting.of(() -> {
          await(start);
          return () -> closed.add("late");
        });

    Thread closing = Thread.startVirtualThread(starting::close);
    assertThat(closing.join(Duration.ofMillis(100))).isFalse();
    start.countDown();
    closing.join();

    assertThat(closed).containsExactly("late");
  }

  @Test
  void what_could_not_start_says_so_to_who_waits_and_needs_no_closing() {
    Starting<AutoCloseable> starting =
        Starting.of(() -> {
          throw new IllegalStateException("no");
        });

    assertThatThrownBy(starting::await).isInstanceOf(IllegalStateException.class).hasMessage("no");
    assertThatCode(starting::close).doesNotThrowAnyException();
  }

  @Test
  void what_cannot_be_made_ready_is_closed() {
    AutoCloseable started = () -> closed.add("unready");

    assertThatThrownBy(() ->
            Starting.ready(
                started,
                one -> {
                  throw new IllegalStateException("no");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThat(closed).containsExactly("unready");
  }

  @Test
  void what_can_neither_be_made_ready_nor_closed_says_first_what_came_first() {
    AutoCloseable stuck =
        () -> {
          throw new IllegalStateException("stuck");
        };

    assertThatThrownBy(() ->
            Starting.ready(
                stuck,
                one -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  private AutoCloseable waitingFor(CountDownLatch all) {
    all.countDown();
    await(all);
    return () -> closed.add("one");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing else started");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
