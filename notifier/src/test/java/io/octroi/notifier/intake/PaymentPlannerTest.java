package io.octroi.notifier.intake;

import static io.octroi.notifier.NotificationExamples.NOW;
import static io.octroi.notifier.NotificationExamples.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PaymentEvent;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.payment.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentPlannerTest {
  private static final UUID PAYMENT = new UUID(5, 1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PaymentExamples events =
      new PaymentExamples(
          PAYMENT, "cus_1", "signaux-monthly", new Contact("a@example.com", "fr", null), NOW);
  private final PaymentPlanner planner = new PaymentPlanner(limits(Duration.ofDays(30)));

  @Test
  void a_failure_is_told_once_a_payment_and_with_patience() {
    assertThat(keys(plan(events.failed(1)))).containsExactly("payment-failed:" + PAYMENT);
    assertThat(keys(plan(events.failed(2)))).containsExactly("payment-failed:" + PAYMENT);
    assertThat(dueAt(plan(events.failed(1)))).containsExactly(NOW.plus(HOUR));
    assertThat(dueAt(plan(events.at(NOW.minus(HOUR.multipliedBy(3))).failed(1))))
        .containsExactly(NOW);
  }

  @Test
  void a_refund_is_told_by_its_total() {
    assertThat(keys(plan(events.refunded(2, 3_000))))
        .containsExactly("refund:" + PAYMENT + ":3000");
    assertThat(keys(plan(events.refunded(3, 10_000))))
        .containsExactly("refund:" + PAYMENT + ":10000");
    assertThat(dueAt(plan(events.refunded(2, 3_000)))).containsExactly(NOW.plus(MINUTE));
  }

  @Test
  void each_station_of_a_dispute_is_told() {
    assertThat(keys(plan(events.disputed(2)))).containsExactly("dispute-opened:" + PAYMENT + ":1");
    assertThat(keys(plan(events.won(3)))).containsExactly("dispute-won:" + PAYMENT + ":1");
    assertThat(keys(plan(events.lost(3)))).containsExactly("dispute-lost:" + PAYMENT);
  }

  @Test
  void a_success_is_told_with_the_access_it_opens() {
    assertThat(plan(events.succeeded(1))).isEmpty();
  }

  @Test
  void what_is_withdrawn_after_it_was_paid_is_no_failure() {
    PaymentState paid = news(events.succeeded(1)).state();
    PaymentNews withdrawn = news(events.failed(2));

    assertThat(planner.plan(withdrawn.with(paid.join(withdrawn.state())), NOW)).isEmpty();
  }

  @Test
  void what_is_too_old_is_noted_and_not_sent() {
    PaymentExamples old = events.at(NOW.minus(Duration.ofDays(3)));

    assertThat(plan(old.failed(1)))
        .flatExtracting(Telling::deliveries)
        .extracting(PlannedDelivery::droppedFor)
        .containsExactly("too_old");
    assertThat(plan(old.refunded(1, 1_000)))
        .flatExtracting(Telling::deliveries)
        .extracting(PlannedDelivery::droppedFor)
        .containsExactly("");
  }

  @Test
  void of_two_events_the_newer_counts_whichever_came_first() {
    PaymentNews failed = news(events.failed(1));
    PaymentNews paid = news(events.succeeded(2));

    assertThat(List.of(failed.join(paid), paid.join(failed)))
        .extracting(news -> news.state().version(), news -> news.state().everPaid())
        .containsExactly(tuple(2L, true), tuple(2L, true));
  }

  private List<Telling> plan(PaymentEvent event) {
    return planner.plan(news(event), NOW);
  }

  private static PaymentNews news(PaymentEvent event) {
    return PaymentNews.of(event, "").orElseThrow();
  }

  private static List<String> keys(List<Telling> tellings) {
    return tellings.stream().map(Telling::notification).map(Notification::key).toList();
  }

  private static List<Instant> dueAt(List<Telling> tellings) {
    return tellings.stream().flatMap(t -> t.deliveries().stream()).map(d -> d.dueAt()).toList();
  }
}
