package io.octroi.subscription.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.WatermarkEvent.WatermarkAdvanced;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.listener.MessageListenerContainer;

class WatermarkIT extends RunningWorker {
  @Autowired private Watermarks watermarks;
  @Autowired private CatchUp catchUp;

  @Autowired
  @Qualifier("paymentListener")
  private MessageListenerContainer payments;

  @Test
  void a_watermark_counts_once_the_payments_before_it_have_been_taken_in() {
    // Given: a payment on the topic that nobody takes in
    String endpoint = "stripe-" + newCustomer();
    payments.stop();
    TestPayment payment = TestPayment.paid(newCustomer(), WEEKLY, now());
    publish(payment.event());

    // When
    publish(watermark(endpoint, now()));
    await().untilAsserted(() -> assertThat(watermarks.waiting()).containsKey(endpoint));
    catchUp.lookOnce();

    // Then
    assertThat(watermarks.effective()).containsEntry(endpoint, Instant.EPOCH);

    // When
    payments.start();
    awaitStatus(payment.customer(), "active");

    // Then
    await()
        .untilAsserted(() -> {
          catchUp.lookOnce();
          assertThat(watermarks.effective()).containsEntry(endpoint, now());
        });
  }

  @Test
  void a_watermark_never_moves_back() {
    // Given
    String endpoint = "stripe-" + newCustomer();

    // When
    publish(watermark(endpoint, now()), watermark(endpoint, now().minusSeconds(60)));

    // Then
    await()
        .untilAsserted(() -> {
          catchUp.lookOnce();
          assertThat(watermarks.effective()).containsEntry(endpoint, now());
        });
  }

  private EventEnvelope watermark(String endpoint, Instant until) {
    return new EventEnvelope(
        EventIds.next(now()),
        "/payment-worker",
        new WatermarkAdvanced(now(), endpoint, "stripe", until));
  }
}
