package io.octroi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {
  private final Clock clock = Clock.systemUTC();
  private final EventTemplate template = EventTemplate.of("b00001", 3_072, clock.instant());

  @Test
  void every_event_is_posted_once_and_every_answer_counted() {
    Set<String> signatures = ConcurrentHashMap.newKeySet();
    AtomicInteger requests = new AtomicInteger();
    try (LoopbackServer server =
        LoopbackServer.start(
            "target",
            0,
            clock,
            request -> {
              signatures.add(request.header("stripe-signature").orElseThrow());
              return requests.incrementAndGet() % 10 == 0
                  ? Answer.of(503, "text/plain", "later")
                  : Answer.of(202, "text/plain", "");
            })) {
      LoadResult result =
          Load.run(
              new Load.Target(server.uri().resolve("/webhooks/stripe"), "whsec_x", template, 4),
              ClosedLoop.of(100, Duration.ofSeconds(30)),
              clock);
      assertThat(signatures).hasSize(100);
      assertThat(result.accepted()).isEqualTo(90);
      assertThat(result.refused()).containsOnlyKeys(503).containsEntry(503, 10L);
      assertThat(result.latencies().getTotalCount()).isEqualTo(90);
      assertThat(result.sendings().count()).isEqualTo(100);
    }
  }
}
