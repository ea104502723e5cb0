package io.octroi.platform.hyperpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HyperPayStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final String KEY = "0F".repeat(32);

  private final Ids ids = Ids.seeded(7);
  private final HyperPayStandIn hyperpay =
      HyperPayStandIn.start(
          new HyperPayStandIn.Settings(
              0, "entity", "token", Clock.fixed(NOW, ZoneOffset.UTC), ids));
  private final ApiClient client = new ApiClient(hyperpay.uri()).bearer("token");
  private final HyperPayPayment payment = HyperPayPayment.of(ids, "187.50", "SAR", "order-1");

  @AfterEach
  void stop() {
    hyperpay.close();
  }

  @Test
  void transactions_are_found_by_id_by_order_and_by_time() {
    // Given
    hyperpay.debited(payment, NOW);
    hyperpay.refunded(payment, "87.50", NOW.plusSeconds(60));
    hyperpay.chargedBack(payment, NOW.plusSeconds(120));

    // When
    JsonNode one = client.get("/v1/query/" + payment.id() + "?entityId=entity").json();
    JsonNode order = client.get("/v1/query?entityId=entity&merchantTransactionId=order-1").json();
    JsonNode time =
        client
            .get(
                "/v1/query?entityId=entity&date.from=2026-11-01%2010:00:00"
                    + "&date.to=2026-11-01%2010:01:00&limit=1&pageNo=2")
            .json();

    // Then
    assertThat(one.path("result").path("code").asString()).isEqualTo("000.000.000");
    assertThat(order.path("payments")).hasSize(3);
    assertThat(order.path("payments").path(2).path("paymentType").asString()).isEqualTo("CB");
    assertThat(time.path("records")).hasSize(1);
    assertThat(time.path("records").path(0).path("referencedId").asString())
        .isEqualTo(payment.id());
    assertThat(time.path("pages").asInt()).isEqualTo(2);
  }

  @Test
  void what_it_does_not_admit_gets_a_result_code() {
    assertThat(code("/v1/query/none?entityId=entity")).isEqualTo("700.400.580");
    assertThat(code("/v1/query/none")).isEqualTo("200.300.404");
    assertThat(code("/v1/query/none?entityId=other")).isEqualTo("800.900.201");
    client.bearer("wrong");
    assertThat(code("/v1/query/none?entityId=entity")).isEqualTo("800.900.300");
  }

  @Test
  void a_delivery_opens_with_its_key_only() throws Exception {
    // Given
    byte[] body = hyperpay.debited(payment, NOW).body();

    // When
    SignedWebhook sent = HyperPayWebhooks.encrypt(body, KEY);

    // Then
    assertThat(open(sent, KEY)).isEqualTo(body);
    assertThatThrownBy(() -> open(sent, "0E".repeat(32)))
        .isInstanceOf(GeneralSecurityException.class);
    assertThat(
            new String(HyperPayWebhooks.encryptAsJson(body, KEY).body(), StandardCharsets.US_ASCII))
        .startsWith("{\"encryptedBody\":\"");
  }

  private static byte[] open(SignedWebhook sent, String key) throws GeneralSecurityException {
    HexFormat hex = HexFormat.of();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] iv = hex.parseHex(String.valueOf(sent.headers().get("X-Initialization-Vector")));
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(hex.parseHex(key), "AES"),
        new GCMParameterSpec(128, iv));
    cipher.update(hex.parseHex(new String(sent.body(), StandardCharsets.US_ASCII)));
    return cipher.doFinal(hex.parseHex(String.valueOf(sent.headers().get("X-Authentication-Tag"))));
  }

  private String code(String path) {
    return client.get(path).json().path("result").path("code").asString();
  }
}
