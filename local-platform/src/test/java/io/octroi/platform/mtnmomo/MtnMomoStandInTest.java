package io.octroi.platform.mtnmomo;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MtnMomoStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final MovableClock clock = new MovableClock(NOW);
  private final MtnMomoStandIn momo =
      MtnMomoStandIn.start(
          new MtnMomoStandIn.Settings(
              0,
              "user",
              "key",
              "subscription",
              "sandbox",
              Duration.ofHours(1),
              clock,
              Ids.seeded(7)));
  private final MomoPayment payment = MomoPayment.of(15000, "order-1");

  @AfterEach
  void stop() {
    momo.close();
  }

  @Test
  void a_request_to_pay_goes_from_pending_to_decided() {
    // Given
    String path = "/collection/v1_0/requesttopay/" + payment.referenceId();
    momo.pending(payment, NOW);

    // When, then
    assertThat(merchant().get(path).json().path("status").asString()).isEqualTo("PENDING");
    String callback = new String(momo.successful(payment, NOW).body(), StandardCharsets.UTF_8);
    assertThat(merchant().get(path).json().path("status").asString()).isEqualTo("SUCCESSFUL");
    assertThat(callback).contains("\"externalId\":\"order-1\"").contains("SUCCESSFUL");
    momo.failed(payment, "APPROVAL_REJECTED", NOW);
    assertThat(merchant().get(path).json().path("reason").path("code").asString())
        .isEqualTo("APPROVAL_REJECTED");
  }

  @Test
  void a_forged_callback_changes_nothing_that_is_read() {
    // Given
    momo.pending(payment, NOW);
    assertThat(momo.forged(payment).method()).isEqualTo("PUT");

    // Then
    assertThat(
            merchant()
                .get("/collection/v1_0/requesttopay/" + payment.referenceId())
                .json()
                .path("status")
                .asString())
        .isEqualTo("PENDING");
  }

  @Test
  void key_token_and_environment_are_demanded() {
    // Given
    String path = "/collection/v1_0/requesttopay/" + payment.referenceId();
    ApiClient client = merchant();

    // Then
    assertThat(client.get(path).status()).isEqualTo(404);
    assertThat(new ApiClient(momo.uri()).get(path).json().path("statusCode").asInt())
        .isEqualTo(401);
    assertThat(client.with("X-Target-Environment", "mtncameroon").get(path).status())
        .isEqualTo(400);
    clock.forward(Duration.ofHours(1));
    assertThat(client.get(path).status()).isEqualTo(401);
    assertThat(subscribed().basic("user", "wrong").post("/collection/token/", "").json())
        .hasToString("{\"error\":\"login_failed\"}");
  }

  private ApiClient subscribed() {
    return new ApiClient(momo.uri()).with("Ocp-Apim-Subscription-Key", "subscription");
  }

  private ApiClient merchant() {
    return subscribed()
        .with("X-Target-Environment", "sandbox")
        .bearer(
            subscribed()
                .basic("user", "key")
                .post("/collection/token/", "")
                .json()
                .path("access_token")
                .asString());
  }
}
