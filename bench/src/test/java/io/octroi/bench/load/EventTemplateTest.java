package io.octroi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.stripe.StripeSignature;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTemplateTest {
  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  private static final String SECRET = "whsec_bench";

  @ParameterizedTest
  @ValueSource(ints = {1_300, 3_072, 5_000, 20_480})
  void an_event_has_the_size_that_was_asked_for(int bytes) {
    EventTemplate template = EventTemplate.of("b00001", bytes, AT);
    assertThat(template.body(7)).hasSize(template.size());
    assertThat(template.size()).isCloseTo(bytes, Percentage.withPercentage(5));
  }

  @Test
  void the_number_tells_one_purchase_from_another_everywhere() {
    EventTemplate template = EventTemplate.of("b00001", 3_072, AT);
    JsonNode one = event(template, 1);
    JsonNode other = event(template, 1_234_567_890L);
    for (String pointer :
        List.of(
            "/id",
            "/data/object/client_reference_id",
            "/data/object/metadata/user_id",
            "/data/object/customer_details/email")) {
      assertThat(one.at(pointer).asString()).contains("0000000001");
      assertThat(other.at(pointer).asString()).contains("1234567890");
    }
    for (String pointer :
        List.of("/data/object/id", "/data/object/payment_intent", "/data/object/customer")) {
      assertThat(one.at(pointer).asString())
          .matches("[a-z_0-9]+b00001[0-9]*")
          .isNotEqualTo(other.at(pointer).asString());
    }
    assertThat(one.at("/id").asString()).isEqualTo(template.eventPrefix() + "0000000001");
    assertThat(one.at("/data/object/metadata/user_id").asString())
        .isEqualTo(template.customerPrefix() + "0000000001");
  }

  @Test
  void scattered_numbers_lie_in_no_order_and_none_comes_twice() {
    assertThat(LongStream.range(0, 100_000).map(EventTemplate::scattered).distinct())
        .hasSize(100_000);
    assertThat(
            LongStream.range(0, 1_000)
                .map(EventTemplate::scattered)
                .filter(n -> n < 5_000_000_000L))
        .hasSizeBetween(450, 550);
  }

  @Test
  void a_request_is_signed_as_stripe_signs() {
    EventTemplate template = EventTemplate.of("b00001", 3_072, AT);
    Requests requests =
        new Requests(URI.create("http://127.0.0.1:1/webhooks/stripe"), SECRET, template);
    ByteBuffer target = ByteBuffer.allocate(requests.size());
    for (long number = 0; number < 3; number++) {
      requests.write(number, AT.getEpochSecond() + number, target);
      String request = StandardCharsets.US_ASCII.decode(target).toString();
      byte[] body = template.body(number);
      assertThat(request).startsWith("POST /webhooks/stripe HTTP/1.1\r\nHost: 127.0.0.1:1\r\n");
      assertThat(request)
          .contains(
              "\r\nStripe-Signature: "
                  + StripeSignature.header(body, List.of(SECRET), AT.plusSeconds(number))
                  + "\r\n")
          .endsWith("\r\n\r\n" + new String(body, StandardCharsets.US_ASCII));
    }
  }

  private static JsonNode event(EventTemplate template, long number) {
    return JsonMapper.shared().readTree(template.body(number));
  }
}
