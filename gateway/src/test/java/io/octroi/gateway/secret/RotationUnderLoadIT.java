package io.octroi.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Signers;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The provider signs with the new secret the moment it exists; the schedule is hours away. */
class RotationUnderLoadIT {
  private static final int SENDERS = 8;
  private static final String TOKEN = "token-of-the-rotation-test";

  private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void a_rotation_at_full_load_rejects_nobody() throws Exception {
    try (SecretsManagerStandIn manager =
        SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()))) {
      String oldVersion = manager.put("octroi/stripe", "whsec_old_0123456789");
      AtomicReference<String> signing = new AtomicReference<>("whsec_old_0123456789");
      try (RunningGateway gateway = gateway(manager)) {
        List<Thread> senders = load(gateway, signing);
        await().until(() -> sent.get() > 200);

        String newVersion = manager.put("octroi/stripe", "whsec_new_0123456789");
        signing.set("whsec_new_0123456789");
        int atRotation = sent.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> sent.get() > atRotation + 400);
        stop.set(true);
        for (Thread sender : senders) {
          sender.join();
        }

        assertThat(answers.keySet()).as(answers.toString()).containsExactly(202);
        assertThat(accepted(gateway, oldVersion)).isPositive();
        assertThat(accepted(gateway, newVersion)).isGreaterThan(100);
        assertReported(gateway, oldVersion, newVersion);
      }
    }
  }

  private static void assertReported(RunningGateway gateway, String oldVersion, String newVersion) {
    assertThat(report(gateway, List.of()).status()).isEqualTo(401);
    assertThat(gateway.http().send("GET", "/operations/secrets", bearer(), new byte[0]).status())
        .as("not on the public port")
        .isEqualTo(404);
    String fresh = report(gateway, bearer()).body();
    assertThat(fresh)
        .contains("\"version\":\"" + newVersion + "\",\"stage\":\"current\"")
        .contains("\"version\":\"" + oldVersion + "\",\"stage\":\"previous\"")
        .contains("\"reason\":\"used-recently\"")
        .doesNotContain("whsec", "\"safe_to_retire\":true");

    gateway.clock().set(StripeEndpoint.NOW.plus(Duration.ofHours(73)));

    assertThat(report(gateway, bearer()).body())
        .contains("\"safe_to_retire\":true,\"reason\":\"safe\"")
        .contains("\"safe_to_retire\":false,\"reason\":\"current\"");
  }

  private List<Thread> load(RunningGateway gateway, AtomicReference<String> signing) {
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      String prefix = "evt_load_" + i + "_";
      // Every other one lags behind, as retries signed before the rotation do.
      boolean lags = i % 2 == 1;
      senders.add(
          Thread.startVirtualThread(() -> {
            for (int n = 0; !stop.get(); n++) {
              String secret = lags ? "whsec_old_0123456789" : signing.get();
              byte[] body = Signers.stripeBody(prefix + n);
              int status =
                  gateway
                      .http()
                      .post(
                          StripeEndpoint.PATH,
                          Signers.stripe(secret, StripeEndpoint.NOW, body),
                          body)
                      .status();
              answers.computeIfAbsent(status, absent -> new AtomicInteger()).incrementAndGet();
              sent.incrementAndGet();
            }
          }));
    }
    return senders;
  }

  private static double accepted(RunningGateway gateway, String version) {
    return gateway.metric("octroi.gateway.accepted", "secret_version", version);
  }

  private static RawHttp.Response report(RunningGateway gateway, List<List<String>> headers) {
    return gateway.management().send("GET", "/operations/secrets", headers, new byte[0]);
  }

  private static List<List<String>> bearer() {
    return List.of(List.of("Authorization", "Bearer " + TOKEN));
  }

  private static RunningGateway gateway(SecretsManagerStandIn manager) {
    return RunningGateway.start(
        Map.of(
            "octroi.gateway.endpoints[0].name", "stripe",
            "octroi.gateway.endpoints[0].scheme", "stripe",
            "octroi.gateway.endpoints[0].secret-id", "octroi/stripe",
            "octroi.aws.endpoint-override", manager.uri().toString(),
            "octroi.aws.region", "eu-west-1",
            "octroi.aws.access-key-id", "test",
            "octroi.aws.secret-access-key", "test",
            "octroi.gateway.secrets.refresh-interval", "6h",
            "octroi.gateway.secrets.mismatch-wait", "5s",
            "octroi.operations.token", TOKEN));
  }
}
