package io.octroi.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Topics;
import io.octroi.gateway.testing.PublishedWebhooks;
import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.platform.broker.BrokerSettings;
import io.octroi.platform.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while the broker is away, and that nothing is lost by it. */
class BrokerOutageIT {
  /** Not the common pool, which on two cores has one thread. */
  private static final Executor THREADS = Thread::startVirtualThread;

  @TempDir static Path directory;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(BrokerSettings.in(directory));
    broker.createTopics(Map.of(Topics.WEBHOOKS, 1));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void a_webhook_is_accepted_only_once_the_broker_has_it() {
    try (RunningGateway gateway = start(broker.bootstrapServers())) {
      assertThat(StripeEndpoint.post(gateway, "evt_before").status()).isEqualTo(202);

      broker.kill();
      RawHttp.Response refused = StripeEndpoint.post(gateway, "evt_during");
      broker.restart();

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.body()).contains("urn:octroi:problem:unavailable");
      assertThat(gateway.metric("octroi.gateway.publish.failures")).isPositive();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> StripeEndpoint.post(gateway, "evt_during").status() == 202);
      try (PublishedWebhooks published = new PublishedWebhooks(broker.bootstrapServers())) {
        assertThat(published.ofEvent("evt_before")).hasSize(1);
        assertThat(published.ofEvent("evt_during")).isNotEmpty();
      }
    }
  }

  @Test
  void a_gateway_starts_without_its_broker_and_finds_it_later() {
    broker.kill();
    try (RunningGateway gateway = start(broker.bootstrapServers())) {
      assertThat(StripeEndpoint.post(gateway, "evt_early").status()).isEqualTo(503);

      broker.restart();

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> StripeEndpoint.post(gateway, "evt_early").status() == 202);
    }
  }

  @Test
  void a_gateway_starts_although_its_broker_has_no_name_yet() {
    try (RunningGateway gateway = start("no-such-host.invalid:9092")) {

      assertThat(StripeEndpoint.post(gateway, "evt_nowhere").status()).isEqualTo(503);
    }
  }

  @Test
  void a_stop_finishes_what_was_begun() throws Exception {
    try (RunningGateway gateway = start(broker.bootstrapServers())) {
      StripeEndpoint.post(gateway, "evt_warm_up");
      signal("STOP");
      CompletableFuture<RawHttp.Response> begun =
          inParallel(() -> StripeEndpoint.post(gateway, "evt_last"));
      await().until(() -> gateway.metric("octroi.gateway.in.flight") == 1);

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close, THREADS);
      await().until(() -> refusesConnections(gateway.port()));
      signal("CONT");

      assertThat(begun.get().status()).isEqualTo(202);
      stopped.get();
      try (PublishedWebhooks published = new PublishedWebhooks(broker.bootstrapServers())) {
        assertThat(published.ofEvent("evt_last")).hasSize(1);
      }
    }
  }

  @Test
  void beyond_its_capacity_the_gateway_says_no_at_once() throws Exception {
    // A broker that takes connections and never says a word.
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      try (RunningGateway gateway = start("127.0.0.1:" + mute.getLocalPort())) {
        List<CompletableFuture<RawHttp.Response>> waiting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          String eventId = "evt_waiting_" + i;
          waiting.add(inParallel(() -> StripeEndpoint.post(gateway, eventId)));
        }
        await().until(() -> gateway.metric("octroi.gateway.in.flight") == 2);

        long start = System.nanoTime();
        RawHttp.Response refused = StripeEndpoint.post(gateway, "evt_too_many");
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(gateway.metric("octroi.gateway.publish.refused")).isEqualTo(1);
        for (CompletableFuture<RawHttp.Response> answer : waiting) {
          assertThat(answer.get().status()).isEqualTo(503);
        }
      }
    }
  }

  private static RunningGateway start(String bootstrapServers) {
    return RunningGateway.start(
        bootstrapServers, StripeEndpoint.with("octroi.gateway.publish.max-in-flight", "2"));
  }

  private static CompletableFuture<RawHttp.Response> inParallel(
      Supplier<RawHttp.Response> request) {
    return CompletableFuture.supplyAsync(request, THREADS);
  }

  private static boolean refusesConnections(int port) {
    try {
      new RawHttp(port).connect().close();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid())).start().waitFor();
  }
}
