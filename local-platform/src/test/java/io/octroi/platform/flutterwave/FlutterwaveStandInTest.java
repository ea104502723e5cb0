package io.octroi.platform.flutterwave;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.MovableClock;
import io.octroi.platform.provider.ProviderEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FlutterwaveStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final BigDecimal AMOUNT = new BigDecimal("15000");

  private final Ids ids = Ids.seeded(7);
  private final MovableClock clock = new MovableClock(NOW);
  private final FlutterwaveV3StandIn third =
      FlutterwaveV3StandIn.start(new FlutterwaveV3StandIn.Settings(0, "FLWSECK", clock, ids));
  private final FlutterwaveV4StandIn fourth =
      FlutterwaveV4StandIn.start(
          new FlutterwaveV4StandIn.Settings(0, "id", "secret", Duration.ofMinutes(10), clock, ids));

  @AfterEach
  void stop() {
    third.close();
    fourth.close();
  }

  @Test
  void the_third_api_verifies_one_transaction_and_lists_those_of_days() {
    // Given
    FlutterwavePayment payment = FlutterwavePayment.numbered(ids, AMOUNT, "XOF", "order-1");
    third.charged(payment, NOW);
    for (int i = 0; i < 11; i++) {
      third.failed(FlutterwavePayment.numbered(ids, AMOUNT, "XOF", "f" + i), NOW.plusSeconds(i));
    }
    third.charged(
        FlutterwavePayment.numbered(ids, AMOUNT, "XOF", "late"), NOW.plus(Duration.ofDays(1)));
    ApiClient client = new ApiClient(third.uri()).bearer("FLWSECK");

    // When
    JsonNode verified =
        client.get("/v3/transactions/" + payment.id() + "/verify").json().path("data");
    JsonNode second = client.get("/v3/transactions?from=2026-11-01&to=2026-11-01&page=2").json();

    // Then
    assertThat(verified.path("status").asString()).isEqualTo("successful");
    assertThat(verified.path("amount").asLong()).isEqualTo(15000);
    assertThat(second.path("data")).hasSize(2);
    assertThat(second.path("meta").path("page_info").path("total_pages").asInt()).isEqualTo(2);
    assertThat(client.get("/v3/transactions/1/verify").status()).isEqualTo(400);
    assertThat(new ApiClient(third.uri()).get("/v3/transactions").status()).isEqualTo(401);
  }

  @Test
  void the_fourth_api_wants_a_token_that_has_not_expired() {
    // Given
    FlutterwavePayment payment = FlutterwavePayment.lettered(ids, AMOUNT, "XOF", "order-1");
    ProviderEvent event = fourth.charged(payment, NOW);
    ApiClient client =
        new ApiClient(fourth.uri()).bearer(token("secret").path("access_token").asString());

    // Then
    assertThat(event.text()).contains("\"webhook_id\":\"" + event.id());
    assertThat(client.get("/charges/" + payment.id()).json().path("data").path("status").asString())
        .isEqualTo("succeeded");
    assertThat(
            client
                .get("/charges?from=2026-11-01T10:00:00Z&to=2026-11-01T10:00:00Z")
                .json()
                .path("data"))
        .hasSize(1);
    assertThat(client.get("/charges/chg_none").json().path("error").path("type").asString())
        .isEqualTo("RESOURCE_NOT_FOUND");
    clock.forward(Duration.ofMinutes(10));
    assertThat(client.get("/charges/" + payment.id()).status()).isEqualTo(401);
    assertThat(token("wrong").path("error").asString()).isEqualTo("unauthorized_client");
  }

  private JsonNode token(String secret) {
    return new ApiClient(fourth.uri())
        .post(
            FlutterwaveV4StandIn.TOKEN,
            "client_id=id&client_secret=" + secret + "&grant_type=client_credentials")
        .json();
  }
}
