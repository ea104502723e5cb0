package io.octroi.platform.orangemoney;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrangeMoneyStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final String STATUS = "/orange-money-webpay/dev/v1/transactionstatus";

  private final Ids ids = Ids.seeded(7);
  private final MovableClock clock = new MovableClock(NOW);
  private final OrangeMoneyStandIn orange =
      OrangeMoneyStandIn.start(
          new OrangeMoneyStandIn.Settings(
              0, "id", "secret", "dev", Duration.ofHours(1), clock, ids));
  private final OrangePayment payment = OrangePayment.of(ids, "order-1", 15000);

  @AfterEach
  void stop() {
    orange.close();
  }

  @Test
  void an_order_is_asked_about_with_its_token_and_amount() {
    // Given
    orange.pending(payment, NOW);
    ApiClient client = merchant();

    // When, then
    assertThat(ask(client, payment).json().path("status").asString()).isEqualTo("PENDING");
    String notice = new String(orange.succeeded(payment, NOW).body(), StandardCharsets.UTF_8);
    assertThat(ask(client, payment).status()).isEqualTo(201);
    assertThat(ask(client, payment).json().path("status").asString()).isEqualTo("SUCCESS");
    assertThat(notice).contains(payment.notifToken()).doesNotContain(payment.order());
    OrangePayment dearer =
        new OrangePayment("order-1", 1, payment.payToken(), payment.notifToken());
    assertThat(ask(client, dearer).status()).isEqualTo(404);
    clock.forward(Duration.ofHours(1));
    assertThat(ask(client, payment).json().path("code").asInt()).isEqualTo(42);
  }

  @Test
  void a_wrong_client_gets_no_token() {
    assertThat(
            new ApiClient(orange.uri())
                .basic("id", "wrong")
                .post("/oauth/v3/token", "grant_type=client_credentials")
                .json()
                .path("error")
                .asString())
        .isEqualTo("invalid_client");
  }

  private static ApiClient.Response ask(ApiClient client, OrangePayment payment) {
    return client.post(
        STATUS,
        "{\"order_id\":\"%s\",\"amount\":%d,\"pay_token\":\"%s\"}"
            .formatted(payment.order(), payment.amount(), payment.payToken()));
  }

  private ApiClient merchant() {
    return new ApiClient(orange.uri())
        .bearer(
            new ApiClient(orange.uri())
                .basic("id", "secret")
                .post("/oauth/v3/token", "grant_type=client_credentials")
                .json()
                .path("access_token")
                .asString());
  }
}
