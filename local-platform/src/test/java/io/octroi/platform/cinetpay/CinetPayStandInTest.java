package io.octroi.platform.cinetpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CinetPayStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final CinetPayStandIn cinetpay =
      CinetPayStandIn.start(
          new CinetPayStandIn.Settings(
              0, "key", "445160", Clock.fixed(NOW, ZoneOffset.UTC), Ids.seeded(7)));
  private final CinetPayPayment payment = new CinetPayPayment("TX-1", 15000, "XOF", "order-1");

  @AfterEach
  void stop() {
    cinetpay.close();
  }

  @Test
  void a_payment_is_checked_from_waiting_to_decided() {
    // When, then
    cinetpay.pending(payment, NOW);
    assertThat(check("key", "445160", "TX-1").json().path("code").asString()).isEqualTo("662");
    cinetpay.accepted(payment, NOW);
    assertThat(check("key", "445160", "TX-1").json().path("data").path("status").asString())
        .isEqualTo("ACCEPTED");
    cinetpay.refused(payment, NOW);
    assertThat(check("key", "445160", "TX-1").json().path("message").asString())
        .isEqualTo("TRANSACTION_CANCEL");
  }

  @Test
  void what_it_does_not_know_is_refused_in_its_words() {
    assertThat(check("other", "445160", "TX-1").json().path("code").asString()).isEqualTo("609");
    assertThat(check("key", "1", "TX-1").json().path("code").asString()).isEqualTo("613");
    assertThat(check("key", "445160", "TX-2").status()).isEqualTo(404);
    cinetpay.faults().status(1, 500);
    assertThat(check("key", "445160", "TX-1").status()).isEqualTo(500);
  }

  @Test
  void a_notification_is_signed_over_its_values_and_not_their_order() {
    // Given
    SequencedMap<String, String> fields = cinetpay.accepted(payment, NOW);

    // Then
    assertThat(token(fields)).isEqualTo(token(fields.reversed())).hasSize(64);
    fields.put("cpm_amount", "1");
    assertThat(token(fields)).isNotEqualTo(token(cinetpay.accepted(payment, NOW)));
  }

  private static String token(SequencedMap<String, String> fields) {
    fields.put("signature", "s");
    return String.valueOf(CinetPayWebhooks.sign(fields, "secret").headers().get("x-token"));
  }

  private ApiClient.Response check(String key, String site, String transaction) {
    return new ApiClient(cinetpay.uri())
        .post(
            "/v2/payment/check",
            "{\"apikey\":\"%s\",\"site_id\":\"%s\",\"transaction_id\":\"%s\"}"
                .formatted(key, site, transaction));
  }
}
