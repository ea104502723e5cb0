package io.octroi.platform.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.SignedWebhook;
import io.octroi.platform.provider.WebhookPost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TwilioStandInTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
  private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages";

  private final TwilioStandIn twilio =
      TwilioStandIn.start(new TwilioStandIn.Settings(0, "AC1", "token", CLOCK, Ids.seeded(7)));
  private final ApiClient client = new ApiClient(twilio.uri()).basic("AC1", "token");

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void a_message_is_queued_kept_and_shown() {
    // When
    ApiClient.Response queued = send("%2B221770000042", "Bonjour");

    // Then
    String sid = queued.json().path("sid").asString();
    assertThat(queued.status()).isEqualTo(201);
    assertThat(queued.json().path("status").asString()).isEqualTo("queued");
    assertThat(twilio.sentTo("+221770000042"))
        .extracting(TwilioMessage::body)
        .containsExactly("Bonjour");
    twilio.status(twilio.sent().getFirst(), "delivered", 0);
    assertThat(client.get(MESSAGES + "/" + sid + ".json").json().path("status").asString())
        .isEqualTo("delivered");
  }

  @Test
  void messages_to_a_number_are_listed_the_newest_first() {
    // Given
    send("%2B221770000042", "un");
    send("%2B221770000043", "deux");
    send("%2B221770000042", "trois");

    // When
    JsonNode list = client.get(MESSAGES + ".json?To=%2B221770000042&PageSize=5").json();

    // Then
    assertThat(list.path("messages").values())
        .extracting(message -> message.path("body").asString())
        .containsExactly("trois", "un");
  }

  @Test
  void refusals_carry_their_codes_and_nothing_is_kept() {
    // Given
    twilio.refuse("+221770000043", 21610);

    // Then
    assertThat(send("%2B1", "Bonjour").json().path("code").asInt()).isEqualTo(21211);
    assertThat(send("%2B221770000043", "Bonjour").json().path("code").asInt()).isEqualTo(21610);
    assertThat(send("%2B221770000042", "").json().path("code").asInt()).isEqualTo(21602);
    twilio.faults().tooMany(1, Duration.ofSeconds(2));
    assertThat(send("%2B221770000042", "Bonjour").json().path("code").asInt()).isEqualTo(20429);
    client.basic("AC1", "wrong");
    assertThat(send("%2B221770000042", "Bonjour").json().path("code").asInt()).isEqualTo(20003);
    assertThat(twilio.sent()).isEmpty();
  }

  @Test
  void a_status_callback_arrives_as_a_signed_form() {
    // Given
    send("%2B221770000042", "Bonjour");
    SequencedMap<String, String> fields =
        twilio.status(twilio.sent().getFirst(), "undelivered", 30003);
    try (LoopbackServer endpoint =
            LoopbackServer.start("endpoint", 0, CLOCK, _ -> Answer.json(204, ""));
        WebhookPost post = new WebhookPost()) {
      // When
      SignedWebhook signed = TwilioWebhooks.sign(fields, "https://hooks.example.com/s", "token");
      WebhookPost.Delivery delivery = post.send(endpoint.uri(), signed);

      // Then
      RecordedRequest request = endpoint.requests().getFirst();
      assertThat(delivery.accepted()).isTrue();
      assertThat(request.formParameters()).containsEntry("ErrorCode", "30003");
      assertThat(request.formParameters()).containsEntry("To", "+221770000042");
      assertThat(request.header("x-twilio-signature")).isPresent();
      assertThat(signed.headers())
          .isNotEqualTo(
              TwilioWebhooks.sign(fields, "https://hooks.example.com/t", "token").headers());
    }
  }

  @Test
  void a_carrier_tells_every_state_and_what_did_not_arrive() {
    try (LoopbackServer endpoint =
            LoopbackServer.start("endpoint", 0, CLOCK, _ -> Answer.json(204, ""));
        TwilioCarrier carrier = new TwilioCarrier(twilio, "token")) {
      // Given
      twilio.carriedBy(carrier);
      String callback = "&StatusCallback=" + endpoint.uri();

      // When
      send("%2B221770000042", "Bonjour" + callback);
      send("%2B221770030005", "Bonjour" + callback);

      // Then
      await().until(() -> endpoint.requests().size() == 8);
      assertThat(told(endpoint, "+221770000042"))
          .containsExactly("queued ", "sending ", "sent ", "delivered ");
      assertThat(told(endpoint, "+221770030005")).endsWith("undelivered 30005");
    }
  }

  private static List<String> told(LoopbackServer endpoint, String to) {
    return endpoint.requests().stream()
        .map(RecordedRequest::formParameters)
        .filter(form -> to.equals(form.get("To")))
        .map(form -> form.get("MessageStatus") + " " + form.getOrDefault("ErrorCode", ""))
        .toList();
  }

  private ApiClient.Response send(String to, String body) {
    return client.post(MESSAGES + ".json", "To=" + to + "&From=%2B15005550006&Body=" + body);
  }
}
