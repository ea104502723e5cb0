package io.octroi.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.octroi.subscription.intake.PlanAdoption;
import io.octroi.subscription.subscription.PaymentNews;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

class ConcurrentPaymentsIT extends RunningWorker {
  @Autowired private PlanAdoption adoption;

  @Test
  void two_payments_of_one_customer_at_the_same_time_both_count() throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment first = TestPayment.paid(customer, WEEKLY, now());
    TestPayment second = TestPayment.paid(customer, WEEKLY, now());
    TestPayment third = TestPayment.paid(customer, MONTHLY, now());
    take(first);

    // When: the third comes while the second holds the subscription and is not taken in yet
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> waiting =
          transactions.execute(status -> {
            jdbc.query(
                "select 1 from subscriptions where customer_id = ? for update",
                (row, number) -> row.getInt(1),
                customer);
            Future<?> started = other.submit(() -> take(third));
            await().until(this::somebodyWaitsForALock);
            changes.apply(List.of(new PaymentNews(second.snapshot(), "")), List.of(), now());
            return started;
          });
      assertThat(waiting).isNotNull();
      waiting.get();
    }

    // Then
    assertThat(endOf(customer)).isEqualTo(now().plus(Duration.ofDays(44)));
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed", "SubscriptionRenewed");
  }

  @Test
  void two_first_payments_of_one_customer_at_the_same_time_begin_one_subscription()
      throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment one = TestPayment.paid(customer, WEEKLY, now());
    TestPayment other = TestPayment.paid(customer, MONTHLY, now());

    // When: both are taken in before either is committed
    try (ExecutorService partition = Executors.newSingleThreadExecutor()) {
      Future<?> second =
          transactions.execute(status -> {
            changes.apply(List.of(new PaymentNews(one.snapshot(), "")), List.of(), now());
            Future<?> started = partition.submit(() -> take(other));
            await().until(this::somebodyWaitsForALock);
            return started;
          });

      // Then the second is refused, and counts when its batch comes again
      assertThat(second).isNotNull();
      assertThatThrownBy(second::get).hasCauseInstanceOf(ConcurrencyFailureException.class);
    }
    take(other);
    assertThat(endOf(customer)).isEqualTo(now().plus(Duration.ofDays(37)));
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed");
  }

  @Test
  void a_plan_is_adopted_though_the_customer_pays_for_another_at_the_same_time() throws Exception {
    // Given a payment of a plan that is configured by now
    String customer = newCustomer();
    take(TestPayment.paid(customer, "signaux-unheard-of", now()));
    jdbc.update("update grants set plan_code = ? where customer_id = ?", WEEKLY, customer);
    TestPayment other = TestPayment.paid(customer, MONTHLY, now());

    // When
    try (ExecutorService starting = Executors.newSingleThreadExecutor()) {
      Future<Integer> adopted =
          transactions.execute(status -> {
            changes.apply(List.of(new PaymentNews(other.snapshot(), "")), List.of(), now());
            Future<Integer> started = starting.submit(adoption::runOnce);
            await().until(this::somebodyWaitsForALock);
            return started;
          });

      // Then
      assertThat(adopted).isNotNull();
      assertThat(adopted.get()).isEqualTo(1);
    }
    assertThat(endOf(customer)).isEqualTo(now().plus(Duration.ofDays(37)));
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed");
  }

  private boolean somebodyWaitsForALock() {
    Integer waiting =
        jdbc.queryForObject(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Integer.class);
    return waiting != null && waiting > 0;
  }

  private Instant endOf(String customer) {
    return jdbc.query(
            "select ends_at from subscriptions where customer_id = ?",
            (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
            customer)
        .getFirst();
  }
}
