package io.octroi.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Signers;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets that another system keeps, over the real client and protocol. */
class SecretRotationIT {
  private static final String FIRST = "whsec_first_0123456789";
  private static final String SECOND = "whsec_second_0123456789";
  private static final String THIRD = "whsec_third_0123456789";

  @Test
  void a_rotation_is_noticed_by_a_running_gateway_and_the_previous_secret_still_works() {
    try (SecretsManagerStandIn manager = manager()) {
      manager.put("octroi/stripe", FIRST);
      try (RunningGateway gateway = gateway(manager)) {
        assertThat(status(gateway, FIRST)).isEqualTo(202);
        assertThat(status(gateway, SECOND)).isEqualTo(400);

        String version = manager.put("octroi/stripe", "{\"secret\":\"" + SECOND + "\"}");

        await().until(() -> status(gateway, SECOND) == 202);
        assertThat(status(gateway, FIRST)).isEqualTo(202);
        assertThat(gateway.metric("octroi.gateway.accepted", "secret_version", version))
            .isPositive();

        manager.put("octroi/stripe", THIRD);

        await().until(() -> status(gateway, THIRD) == 202);
        assertThat(status(gateway, FIRST)).isEqualTo(400);
      }
    }
  }

  @Test
  void while_secrets_manager_is_away_the_last_known_secrets_stay_in_use() {
    try (SecretsManagerStandIn manager = manager()) {
      manager.put("octroi/stripe", FIRST);
      try (RunningGateway gateway = gateway(manager)) {
        manager.unavailable(true);

        await().until(() -> gateway.metric("octroi.gateway.secrets.refresh.failures") > 0);

        assertThat(status(gateway, FIRST)).isEqualTo(202);
        assertThat(ready(gateway)).isEqualTo(200);
      }
    }
  }

  @Test
  void without_any_secret_nobody_gets_in_until_there_is_one() {
    try (SecretsManagerStandIn manager = manager()) {
      try (RunningGateway gateway = gateway(manager)) {
        RawHttp.Response refused = post(gateway, FIRST);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(ready(gateway)).isEqualTo(503);

        manager.put("octroi/stripe", FIRST);

        await().until(() -> status(gateway, FIRST) == 202);
        assertThat(ready(gateway)).isEqualTo(200);
      }
    }
  }

  private static SecretsManagerStandIn manager() {
    return SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()));
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
            "octroi.gateway.secrets.refresh-interval", "1s",
            "octroi.gateway.secrets.mismatch-refresh-interval", "100ms",
            "octroi.gateway.secrets.retry-interval", "200ms"));
  }

  private static int status(RunningGateway gateway, String secret) {
    return post(gateway, secret).status();
  }

  private static RawHttp.Response post(RunningGateway gateway, String secret) {
    byte[] body = Signers.stripeBody("evt_rotation");
    return gateway
        .http()
        .post(StripeEndpoint.PATH, Signers.stripe(secret, StripeEndpoint.NOW, body), body);
  }

  private static int ready(RunningGateway gateway) {
    return gateway
        .management()
        .send("GET", "/actuator/health/readiness", List.of(), new byte[0])
        .status();
  }
}
