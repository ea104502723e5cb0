package io.octroi.platform.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeWebhookSenderTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String OLD = "whsec_old";
  private static final String NEW = "whsec_new";

  private final StripeIds ids = StripeIds.seeded(7);
  private final StripeEvents events = new StripeEvents(ids);
  private final LoopbackServer endpoint =
      LoopbackServer.start("endpoint", 0, CLOCK, _ -> Answer.json(202, "{}"));

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void a_posted_event_is_accepted_by_the_official_verifier_under_each_secret() throws Exception {
    // Given
    StripePayment payment =
        StripePayment.of(ids, 4900, "eur", "user-1", NOW)
            .withEmail("aïcha@shop.example")
            .withMetadata("plan_code", "monthly")
            .withMetadata("language", "fr");
    StripeEvent sent = events.checkoutCompleted(payment, NOW);

    // When
    try (var sender = new StripeWebhookSender(endpoint.uri(), List.of(OLD, NEW), CLOCK)) {
      assertThat(sender.send(sent)).isEqualTo(new StripeWebhookSender.Delivery(202, "{}"));
    }

    // Then
    for (String secret : List.of(OLD, NEW)) {
      Event event = verified(secret);
      assertThat(event.getId()).isEqualTo(sent.id());
      Session session = (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
      assertThat(session.getPaymentStatus()).isEqualTo("paid");
      assertThat(session.getPaymentIntent()).isEqualTo(payment.paymentIntent());
      assertThat(session.getCustomerDetails().getEmail()).isEqualTo("aïcha@shop.example");
      assertThat(session.getMetadata()).containsEntry("plan_code", "monthly");
    }
    assertThatThrownBy(() -> verified("whsec_other"))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void disputes_and_refunds_read_as_the_sdk_reads_them() throws Exception {
    // Given
    StripePayment payment = StripePayment.of(ids, 4900, "eur", "user-1", NOW);
    String dispute = events.newDisputeId();

    // When
    Event closed =
        Webhook.constructEventWithoutVerification(
            events.disputeClosed(payment, dispute, "lost", NOW).json());
    Event refunded =
        Webhook.constructEventWithoutVerification(
            events.chargeRefunded(payment, 1000, 4900, NOW).json());

    // Then
    Dispute read = (Dispute) closed.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(read.getStatus()).isEqualTo("lost");
    assertThat(read.getPaymentIntent()).isEqualTo(payment.paymentIntent());
    assertThat(refunded.getData().getPreviousAttributes()).containsEntry("refunded", false);
  }

  @Test
  void bodies_are_indented_as_on_the_wire_and_ids_do_not_repeat() {
    // Given
    StripePayment payment = StripePayment.of(ids, 4900, "eur", "user-1", NOW);

    // When
    List<StripeEvent> many =
        IntStream.range(0, 2_000).mapToObj(_ -> events.checkoutCompleted(payment, NOW)).toList();

    // Then
    assertThat(many.stream().map(StripeEvent::id).distinct()).hasSize(2_000);
    assertThat(many.getFirst().json())
        .startsWith("{\n  \"id\": \"evt_1")
        .contains("\"payment_method_types\": [\n        \"card\"\n      ]")
        .contains("\"custom_fields\": [],");
  }

  @Test
  void no_answer_is_an_error_and_a_refusal_is_an_answer() {
    // Given
    StripeEvent event = events.chargeSucceeded(StripePayment.of(ids, 1, "eur", "", NOW), NOW);
    try (var sender = new StripeWebhookSender(endpoint.uri(), List.of(NEW), CLOCK)) {
      // When
      endpoint.script(Answer.json(503, "busy"));
      StripeWebhookSender.Delivery refused = sender.send(event);
      endpoint.script(2, _ -> true, Answer.hangUp());

      // Then
      assertThat(refused.accepted()).isFalse();
      assertThatThrownBy(() -> sender.send(event)).isInstanceOf(UncheckedIOException.class);
    }
  }

  private Event verified(String secret) throws Exception {
    RecordedRequest request = endpoint.requests().getFirst();
    return Webhook.constructEvent(
        request.bodyText(), request.header("stripe-signature").orElseThrow(), secret, 300, CLOCK);
  }
}
