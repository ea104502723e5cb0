package io.octroi.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

  @Test
  void every_key_has_a_shape() {
    assertThat(Arrays.stream(LogKeys.class.getFields()).map(FieldsTest::value))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(Fields.shape(key)).as(key).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint, stripe",
    "event_id, evt_1QxYzA2eZvKYlo2C0aBcDeFg",
    "event_id, WH-2WR32451HC0233532-67976317FL4543714",
    "event_id, 019aa1b2-0000-7000-8000-123456789012",
    "event_id, charge.success:40992605",
    "event_type, checkout.session.completed",
    "event_type, PAYMENT.CAPTURE.COMPLETED",
    "reason, rejected_by_database_23505",
    "reason, unexpected_IllegalArgumentException",
    "error, java.net.http.HttpConnectTimeoutException",
    "error, org.springframework.http.converter.Http2Exception",
    "code, smtp_550",
    "record, webhooks.v1/3@42",
    "route, /operations/customers/{id}/subscriptions",
    "traceId, 0af7651916cd43dd8448eb211c80319c",
    "chat_id, -1001234567890"
  })
  void what_a_key_is_for_is_shown(String key, String value) {
    assertThat(Fields.masked(key, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint, awa.n@example.com",
    "event_id, awa.n@example.com",
    "event_id, Aïssata",
    "event_id, 4242424242424242",
    "event_id, 4242-4242-4242-4242",
    "event_id, +221771234567",
    "event_id, 221771234567",
    "event_id, sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "event_id, whsec_4eC39HqLyjWDarjtT1zdp7dc",
    "event_id, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s1gn",
    "event_id, 100200300:AAH4k3j4h5k6j7h8k9j0h1k2j3h4k5j6h7k",
    "event_type, 4242 4242 4242 4242",
    "event_type, Aïssata Diop",
    "reason, sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "reason, 4eC39HqLyjWDarjtT1zdp7dc",
    "plan_code, awa.n@example.com",
    "route, /operations/customers/221771234567/subscriptions",
    "secret_versions, whsec_4eC39HqLyjWDarjtT1zdp7dc",
    "payment_id, Awa",
    "email, awa.n@example.com",
    "message, anything"
  })
  void what_it_is_not_for_is_masked(String key, String value) {
    assertThat(Fields.masked(key, value)).isEqualTo("[masked]");
  }

  @Test
  void of_several_values_each_is_judged() {
    assertThat(Fields.masked("secret_versions", List.of("2026-11", "a b")))
        .isEqualTo(List.of("2026-11", "[masked]"));
    assertThat(Fields.masked("differences", Map.of("status", 3))).isEqualTo(Map.of("status", 3));
    assertThat(Fields.masked("payment_id", UUID.fromString("019aa1b2-0000-7000-8000-123456789012")))
        .isEqualTo("019aa1b2-0000-7000-8000-123456789012");
    assertThat(Fields.masked("count", 3L)).isEqualTo(3L);
  }

  private static String value(Field key) {
    try {
      return String.valueOf(key.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
