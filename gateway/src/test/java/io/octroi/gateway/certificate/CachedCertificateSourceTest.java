package io.octroi.gateway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.certificate.CertificateSource.Fetch;
import io.octroi.gateway.testing.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CachedCertificateSourceTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final URI URL = URI.create("https://api.paypal.com/v1/notifications/certs/CERT-1");
  private static final Fetch FOUND = new Fetch.Found(new byte[] {1});

  private final MovableClock clock = new MovableClock(NOW);
  private final AtomicInteger fetches = new AtomicInteger();
  private Fetch answer = FOUND;
  private final CertificateSource source =
      cached(url -> {
        fetches.incrementAndGet();
        return answer;
      });

  @Test
  void what_was_found_is_kept_for_a_day() {
    source.fetch(URL);
    clock.set(NOW.plus(Duration.ofDays(1)));
    source.fetch(URL);
    assertThat(fetches).hasValue(1);

    clock.set(NOW.plus(Duration.ofDays(1)).plusSeconds(1));
    assertThat(source.fetch(URL)).isEqualTo(FOUND);
    assertThat(fetches).hasValue(2);
  }

  @Test
  void what_could_not_be_had_is_asked_for_again_after_half_a_minute() {
    answer = new Fetch.Unavailable();
    source.fetch(URL);
    clock.set(NOW.plusSeconds(30));
    source.fetch(URL);
    assertThat(fetches).hasValue(1);

    answer = FOUND;
    clock.set(NOW.plusSeconds(31));
    assertThat(source.fetch(URL)).isEqualTo(FOUND);
  }

  @Test
  void strangers_cannot_make_it_fetch_without_end() {
    for (int i = 0; i < 100; i++) {
      source.fetch(URI.create(URL + "-" + i));
    }
    assertThat(fetches).hasValue(5);

    clock.set(NOW.plusSeconds(61));
    assertThat(source.fetch(URI.create(URL + "-new"))).isEqualTo(FOUND);
  }

  @Test
  void made_up_addresses_do_not_push_out_what_is_in_use() {
    source.fetch(URL);
    answer = new Fetch.Unavailable();
    for (int i = 0; i < 100; i++) {
      source.fetch(URI.create(URL + "-" + i));
    }
    fetches.set(0);

    assertThat(source.fetch(URL)).isEqualTo(FOUND);
    assertThat(fetches).hasValue(0);
  }

  @Test
  void what_is_forgotten_is_fetched_again() {
    CachedCertificateSource kept =
        cached(_ -> {
          fetches.incrementAndGet();
          return FOUND;
        });
    kept.fetch(URL);

    kept.forget();
    kept.fetch(URL);

    assertThat(fetches).hasValue(2);
  }

  @Test
  void requests_at_the_same_time_wait_for_one_fetch() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CertificateSource slow =
        cached(url -> {
          fetches.incrementAndGet();
          asked.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return FOUND;
        });

    List<Future<Fetch>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        answers.add(callers.submit(() -> slow.fetch(URL)));
      }
      asked.await();
      go.countDown();
    }

    assertThat(answers).allSatisfy(each -> assertThat(each.get()).isEqualTo(FOUND));
    assertThat(fetches).hasValue(1);
  }

  private CachedCertificateSource cached(CertificateSource origin) {
    CertificateProperties properties =
        new CertificateProperties(
            Duration.ofSeconds(3),
            DataSize.ofKilobytes(64),
            Duration.ofDays(1),
            Duration.ofSeconds(30),
            5,
            3,
            "");
    return new CachedCertificateSource(origin, properties, clock);
  }
}
