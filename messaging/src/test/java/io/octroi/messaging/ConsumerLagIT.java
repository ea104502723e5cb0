package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;

class ConsumerLagIT extends WorkerContext {
  @Autowired private Outbox outbox;
  @Autowired private TransactionTemplate transactions;
  @Autowired private MeterRegistry metrics;
  @Autowired private ConcurrentMessageListenerContainer<String, byte[]> listener;

  @AfterEach
  void let_it_go_on() {
    listener.start();
  }

  @Test
  void a_worker_that_stands_still_is_seen_to_fall_behind_and_to_catch_up() {
    // Given
    listener.stop();
    List<EventEnvelope> events =
        List.of(Events.about("cust-" + UUID.randomUUID()), Events.about("cust-1"));

    // When
    transactions.executeWithoutResult(
        status -> outbox.append(events.stream().map(Events::message).toList()));

    // Then
    await()
        .untilAsserted(() -> {
          assertThat(gauge(MessagingMetric.CONSUMER_LAG)).isEqualTo(2);
          assertThat(gauge(MessagingMetric.CONSUMER_LAG_AGE)).isPositive();
        });

    // When
    double handled = handled();
    listener.start();

    // Then
    await()
        .untilAsserted(() -> {
          assertThat(gauge(MessagingMetric.CONSUMER_LAG)).isZero();
          assertThat(gauge(MessagingMetric.CONSUMER_LAG_AGE)).isZero();
        });
    await().untilAsserted(() -> assertThat(handled()).isEqualTo(handled + 2));
  }

  /** Nothing is shown before the first. */
  private double handled() {
    return metrics
        .find(MessagingMetric.RECORDS_DELAY.metricName())
        .tags(MessagingMetric.RECORDS_DELAY.tags(Topics.PAYMENTS, MessagingTestApplication.GROUP))
        .timers()
        .stream()
        .mapToDouble(Timer::count)
        .sum();
  }

  private double gauge(MessagingMetric metric) {
    return metrics
        .get(metric.metricName())
        .tags(metric.tags(Topics.PAYMENTS, MessagingTestApplication.GROUP))
        .gauge()
        .value();
  }
}
