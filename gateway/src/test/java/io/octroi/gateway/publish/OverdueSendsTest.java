package io.octroi.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OverdueSendsTest {
  private static final Duration LIMIT = Duration.ofSeconds(6);

  /** Where it begins, nanoseconds are about to overflow, as they may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);

  private final OverdueSends sends = new OverdueSends(LIMIT, nanos::get);
  private final CompletableFuture<String> sent = new CompletableFuture<>();

  @AfterEach
  void close() {
    sends.close();
  }

  @Test
  void an_answer_is_handed_on_and_forgotten() throws Exception {
    sent.complete("offset 7");

    assertThat(sends.await(sent)).isEqualTo("offset 7");
    assertThat(sends.open()).isZero();
  }

  @Test
  void what_went_wrong_is_handed_on_and_forgotten() {
    sent.completeExceptionally(new IllegalStateException("too large"));

    assertThatThrownBy(() -> sends.await(sent))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(sends.open()).isZero();
  }

  @Test
  void what_the_producer_leaves_open_is_given_up_after_its_time_and_not_before() {
    FutureTask<String> waiting = begin();
    nanos.addAndGet(LIMIT.toNanos());

    sends.giveUp();
    assertThat(sent).isNotDone();

    nanos.addAndGet(1);
    sends.giveUp();
    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(TimeoutException.class);
    assertThat(sends.open()).isZero();
  }

  @Test
  void it_looks_by_itself() {
    sends.watching();
    FutureTask<String> waiting = begin();
    nanos.addAndGet(LIMIT.toNanos() + 1);

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(TimeoutException.class);
  }

  private FutureTask<String> begin() {
    FutureTask<String> waiting = new FutureTask<>(() -> sends.await(sent));
    Thread.ofVirtual().start(waiting);
    await().until(() -> sends.open() == 1);
    return waiting;
  }
}
