package io.octroi.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.runtime.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(30)
class WebhookPublisherTest {
  private static final VerifiedWebhook WEBHOOK =
      new VerifiedWebhook(
          "stripe-main",
          "stripe",
          "evt_1",
          "payment_intent.succeeded",
          "pi_1",
          Instant.parse("2026-02-03T10:15:30Z"),
          Instant.parse("2026-02-03T10:15:31Z"),
          Provenance.webhook(Trust.SIGNED, "v7"),
          new byte[] {'{', '}'});

  private final PublishConfiguration configuration = new PublishConfiguration();

  @Test
  void a_producer_that_never_answers_holds_no_request_and_no_place_for_good() {
    PublishProperties properties = properties();
    try (var unanswering =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        OverdueSends sends = configuration.overdueSends(properties)) {
      WebhookPublisher publisher =
          configuration.webhookPublisher(
              () -> unanswering, Traces.none(), properties, sends, new SimpleMeterRegistry());

      assertThat(publisher.publish("webhooks.v1", WEBHOOK)).isEqualTo(PublishOutcome.FAILED);

      // The only place there is was given back.
      assertThat(publisher.publish("webhooks.v1", WEBHOOK)).isEqualTo(PublishOutcome.FAILED);
      assertThat(unanswering.history()).hasSize(2);
      assertThat(sends.open()).isZero();
    }
  }

  private static PublishProperties properties() {
    Duration soon = Duration.ofMillis(100);
    return new PublishProperties(
        1,
        1,
        soon,
        soon,
        soon,
        Duration.ZERO,
        1,
        DataSize.ofKilobytes(64),
        DataSize.ofKilobytes(1_152),
        DataSize.ofMegabytes(64));
  }
}
