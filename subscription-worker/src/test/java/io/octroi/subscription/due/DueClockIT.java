package io.octroi.subscription.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueClockIT extends RunningWorker {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @BeforeEach
  void finish_what_other_tests_left() {
    pass(DAY.multipliedBy(365));
    dueClock.runOnce();
  }

  @Test
  void a_reminder_is_due_two_days_before_the_end_and_once() {
    // Given
    String customer = newCustomer();
    take(TestPayment.paid(customer, MONTHLY, now()));

    // When: a second too early
    pass(DAY.multipliedBy(28).minus(SECOND));
    dueClock.runOnce();

    // Then
    awaitTold(customer, "SubscriptionActivated");

    // When
    pass(SECOND);
    dueClock.runOnce();
    dueClock.runOnce();
    pass(DAY);
    dueClock.runOnce();

    // Then
    awaitAllPublished();
    awaitTold(customer, "SubscriptionActivated", "SubscriptionReminderDue");
    assertThat(reminders(customer)).containsExactly("sent -");
  }

  @Test
  void access_ends_at_the_end_and_not_before() {
    // Given
    String customer = newCustomer();
    take(TestPayment.paid(customer, WEEKLY, now()));

    // When
    pass(DAY.multipliedBy(7).minus(SECOND));
    dueClock.runOnce();

    // Then
    assertThat(status(customer)).isEqualTo("active");

    // When
    pass(SECOND);
    dueClock.runOnce();
    dueClock.runOnce();

    // Then
    assertThat(status(customer)).isEqualTo("expired");
    awaitTold(customer, "SubscriptionActivated", "SubscriptionReminderDue", "SubscriptionExpired");
    SubscriptionExpired expired = (SubscriptionExpired) told(customer).get(2);
    assertThat(expired.reason()).isEqualTo(SubscriptionExpired.Reason.PERIOD_OVER);
    assertThat(expired.subscription().version()).isEqualTo(3);
  }

  @Test
  void an_end_that_moved_is_reminded_of_where_it_is_now() {
    // Given
    String customer = newCustomer();
    take(TestPayment.paid(customer, WEEKLY, now()));
    pass(DAY.multipliedBy(5));
    dueClock.runOnce();

    // When: renewed after the first reminder
    take(TestPayment.paid(customer, WEEKLY, now()));
    pass(DAY.multipliedBy(6));
    dueClock.runOnce();

    // Then: day 11 of 14
    awaitTold(customer, "SubscriptionActivated", "SubscriptionReminderDue", "SubscriptionRenewed");

    // When
    pass(DAY);
    dueClock.runOnce();

    // Then
    awaitAllPublished();
    assertThat(namesOfTold(customer)).hasSize(4).last().isEqualTo("SubscriptionReminderDue");
    assertThat(reminders(customer)).containsExactly("sent -", "sent -");
  }

  @Test
  void days_of_downtime_are_caught_up_in_order_and_stale_reminders_are_dropped_with_a_reason() {
    // Given: 120 ends, an hour apart
    Instant start = now();
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String customer = newCustomer();
      customers.add(customer);
      take(TestPayment.paid(customer, WEEKLY, start.minus(Duration.ofHours(i))));
    }

    // When: nobody looks for five days after the last end
    pass(DAY.multipliedBy(12));
    DueClock.Round round = dueClock.runOnce();

    // Then
    assertThat(round.expired()).isEqualTo(120);
    awaitAllPublished();
    for (String customer : customers) {
      assertThat(status(customer)).isEqualTo("expired");
      assertThat(reminders(customer)).containsExactly("dropped end_passed");
    }
    List<List<SubscriptionEvent>> byPartition = expiriesByPartition(customers);
    assertThat(byPartition.stream().mapToInt(List::size).sum()).isEqualTo(120);
    for (List<SubscriptionEvent> partition : byPartition) {
      assertThat(partition)
          .extracting(event -> event.subscription().endsAt())
          .isSortedAccordingTo(Instant::compareTo);
    }
  }

  @Test
  void two_clocks_at_once_end_each_subscription_once() throws Exception {
    // Given
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String customer = newCustomer();
      customers.add(customer);
      take(TestPayment.paid(customer, WEEKLY, now()));
    }
    pass(DAY.multipliedBy(8));

    // When
    int expired = 0;
    Callable<DueClock.Round> round = dueClock::runOnce;
    try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
      for (Future<DueClock.Round> done : instances.invokeAll(List.of(round, round, round, round))) {
        expired += done.get().expired();
      }
    }
    expired += dueClock.runOnce().expired();

    // Then
    assertThat(expired).isEqualTo(200);
    awaitAllPublished();
    assertThat(expiriesByPartition(customers).stream().flatMap(List::stream))
        .extracting(SubscriptionEvent::customerId)
        .containsExactlyInAnyOrderElementsOf(customers);
  }

  private List<String> reminders(String customer) {
    return jdbc
        .queryForList(
            """
            select r.outcome || ' ' || coalesce(r.reason, '-')
              from reminders r join subscriptions using (subscription_id)
             where customer_id = ? order by r.ends_at
            """,
            String.class,
            customer)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static List<List<SubscriptionEvent>> expiriesByPartition(List<String> customers) {
    List<List<SubscriptionEvent>> byPartition =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ConsumerRecord<String, byte[]> message : allTold()) {
      if (customers.contains(message.key())
          && EventCodec.fromRecord(message).orElseThrow().event()
              instanceof SubscriptionExpired expired) {
        byPartition.get(message.partition()).add(expired);
      }
    }
    return byPartition;
  }
}
