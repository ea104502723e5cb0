package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.local.Shop.Purchase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Prometheus reads of every service once a payment went through. */
class MetricsIT {
  private static final LocalSystem SYSTEM = WholeSystem.shared();
  private static final Facts FACTS = new Facts(SYSTEM);
  private static final MetricsPage PAGE = new MetricsPage();

  private static final Pattern SERIES = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** Of the libraries below; rules and dashboards ask for them. */
  private static final List<String> LIBRARIES =
      List.of(
          "hikaricp_connections_pending",
          "hikaricp_connections_active",
          "hikaricp_connections_max",
          "jvm_memory_used_bytes",
          "jvm_memory_max_bytes",
          "process_cpu_usage");

  private record Series(String name, Map<String, String> labels, double value) {}

  @Test
  void a_payment_moves_what_the_catalogue_says_and_nothing_names_anybody() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buy("measured-" + UUID.randomUUID(), 700_900_100L);

      // When
      assertThat(shop.tell(purchase.event())).isTrue();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> FACTS.sentDeliveries("email", List.of(purchase.customer())) == 1);

      // Then
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            assertThat(value(ServiceName.GATEWAY, "octroi_gateway_answers_seconds_count"))
                .isPositive();
            assertThat(value(ServiceName.GATEWAY, "octroi_gateway_secrets_in_use")).isPositive();
            assertThat(value(ServiceName.PAYMENT_WORKER, "octroi_payment_webhooks_total"))
                .isPositive();
            assertThat(
                    value(
                        ServiceName.SUBSCRIPTION_WORKER,
                        "octroi_subscription_paid_to_member_seconds_count"))
                .isPositive();
            assertThat(
                    value(ServiceName.NOTIFIER, "octroi_notifier_delivery_attempts_seconds_count"))
                .isPositive();
          });
      for (ServiceName service : ServiceName.values()) {
        String text = scrape(service);
        assertThat(series(text))
            .filteredOn(one -> one.name().startsWith("octroi_"))
            .isNotEmpty()
            .allSatisfy(MetricsIT::promised);
        assertThat(text)
            .doesNotContain(purchase.customer())
            .doesNotContain(purchase.event().id())
            .doesNotContain("700900100");
      }
    }
  }

  @Test
  void every_worker_shows_what_waits_and_what_it_runs_on() {
    for (ServiceName worker : ServiceName.values()) {
      if (worker == ServiceName.GATEWAY) {
        continue;
      }
      List<Series> series = series(scrape(worker));
      assertThat(series)
          .extracting(Series::name)
          .contains(
              "octroi_consumer_lag",
              "octroi_consumer_lag_age_seconds",
              "octroi_dead_letters",
              "octroi_dead_letters_oldest_age_seconds",
              "octroi_state_oldest_age_seconds")
          .containsAll(LIBRARIES);
      assertThat(series).anyMatch(one -> "outbox.unpublished".equals(one.labels().get("state")));
    }
    assertThat(series(scrape(ServiceName.PAYMENT_WORKER)))
        .anyMatch(one ->
            one.name().equals("octroi_payment_watermark_age_seconds")
                && "stripe".equals(one.labels().get("endpoint")));
  }

  /** How many of them came in time is a matter of the machine. */
  @Test
  void acknowledgements_are_counted_up_to_a_second() {
    try (Shop shop = new Shop(SYSTEM)) {
      // When
      Purchase purchase = shop.buy("measured-" + UUID.randomUUID(), 700_900_200L);
      assertThat(shop.tell(purchase.event())).isTrue();

      // Then
      assertThat(series(scrape(ServiceName.GATEWAY)))
          .filteredOn(one -> one.name().equals("octroi_gateway_answers_seconds_bucket"))
          .extracting(Series::labels)
          .contains(Map.of("endpoint", "stripe", "outcome", "accepted", "le", "1.0"));
    }
  }

  private static void promised(Series one) {
    Map<String, List<String>> tags =
        PAGE.of(one.name())
            .orElseThrow(() -> new AssertionError(one.name() + " is not in docs/metrics.md"));
    Map<String, String> labels = new HashMap<>(one.labels());
    labels.remove("le");
    assertThat(labels.keySet()).as(one.name()).isEqualTo(tags.keySet());
    labels.forEach((tag, value) -> {
      List<String> values = tags.getOrDefault(tag, List.of());
      if (values.isEmpty()) {
        assertThat(value).as(one.name()).matches("[A-Za-z0-9._-]{1,64}");
      } else {
        assertThat(value).as(one.name()).isIn(values);
      }
    });
  }

  private static double value(ServiceName service, String name) {
    return series(scrape(service)).stream()
        .filter(one -> one.name().equals(name))
        .mapToDouble(Series::value)
        .sum();
  }

  private static List<Series> series(String text) {
    return SERIES
        .matcher(text)
        .results()
        .map(line -> {
          Map<String, String> labels = new HashMap<>();
          String written = line.group(2) == null ? "" : line.group(2);
          LABEL.matcher(written).results().forEach(l -> labels.put(l.group(1), l.group(2)));
          return new Series(line.group(1), labels, Double.parseDouble(line.group(3)));
        })
        .toList();
  }

  private static String scrape(ServiceName service) {
    int port = SYSTEM.ports().management(service);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(service + " shows no metrics", e);
    }
  }
}
