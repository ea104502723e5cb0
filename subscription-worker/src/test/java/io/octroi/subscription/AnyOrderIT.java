package io.octroi.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionRenewed;
import io.octroi.subscription.PaymentWalk.Step;
import io.octroi.subscription.subscription.MergeNews;
import io.octroi.subscription.subscription.PaymentNews;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;

/** The same payments heard of in any order, in any batches and any number of times. */
class AnyOrderIT extends RunningWorker {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void the_same_payments_come_to_the_same_subscriptions_and_are_announced_once(long seed) {
    // Given
    PaymentWalk inOrder = PaymentWalk.of(seed, now());
    PaymentWalk anyOrder = PaymentWalk.of(seed, now());

    // When
    inOrder.steps().forEach(step -> takeSteps(List.of(step)));
    takeInAnyOrder(anyOrder.steps(), new Random(seed));

    // Then
    assertSame(inOrder, anyOrder);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {101, 102, 103, 104})
  void transactions_at_the_same_time_come_to_the_same_subscriptions(long seed) throws Exception {
    // Given
    PaymentWalk inOrder = PaymentWalk.of(seed, now());
    PaymentWalk atOnce = PaymentWalk.of(seed, now());

    // When
    inOrder.steps().forEach(step -> takeSteps(List.of(step)));
    try (ExecutorService partitions = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Random random = new Random(seed * 10 + i);
        all.add(partitions.submit(() -> takeInAnyOrder(atOnce.steps(), random)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    // Then
    assertSame(inOrder, atOnce);
  }

  private void assertSame(PaymentWalk one, PaymentWalk other) {
    assertThat(periods(other)).isEqualTo(periods(one));
    assertThat(subscriptions(other)).isEqualTo(subscriptions(one));
    awaitAllPublished();
    Map<String, List<SubscriptionEvent>> told = toldByCustomer();
    for (PaymentWalk walk : List.of(one, other)) {
      assertThat(runningPaymentsThatNobodyWasToldOf(walk)).isEmpty();
      assertThat(subscriptionsThatAreNotAsTold(walk, told)).isEmpty();
      assertThat(renewals(walk, told)).doesNotHaveDuplicates();
    }
  }

  private void takeInAnyOrder(List<Step> steps, Random random) {
    List<Step> shuffled = new ArrayList<>(steps);
    shuffled.addAll(steps.subList(0, steps.size() / 2));
    Collections.shuffle(shuffled, random);
    int next = 0;
    while (next < shuffled.size()) {
      int end = Math.min(shuffled.size(), next + 1 + random.nextInt(5));
      takeSteps(shuffled.subList(next, end));
      next = end;
    }
  }

  private void takeSteps(List<Step> steps) {
    List<PaymentNews> payments = new ArrayList<>();
    List<MergeNews> merges = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Heard heard -> payments.add(heard.news());
        case Step.Merged merged -> merges.add(merged.news());
      }
    }
    boolean taken = false;
    while (!taken) {
      try {
        take(payments, merges);
        taken = true;
      } catch (ConcurrencyFailureException e) {
        // A deadlock, or a subscription that another batch began meanwhile: all is rolled back and
        // the batch comes again, as from the listener.
        taken = false;
      }
    }
  }

  /** Every period as customer and payment number, start and end. */
  private List<String> periods(PaymentWalk walk) {
    return jdbc.query(
        """
        select customer_id, payment_id, p.starts_at, p.ends_at
          from periods p join subscriptions using (subscription_id)
         where customer_id = any(?) order by p.starts_at, p.ends_at
        """,
        (row, number) ->
            "customer "
                + walk.customers().indexOf(row.getString(1))
                + " payment "
                + walk.payments().indexOf(row.getObject(2, UUID.class))
                + " "
                + row.getString(3)
                + " "
                + row.getString(4),
        (Object) walk.customers().toArray(String[]::new));
  }

  /** Status and, where it runs, the span of each subscription. */
  private List<String> subscriptions(PaymentWalk walk) {
    return walk.customers().stream()
        .map(customer ->
            String.join(
                ",",
                jdbc.query(
                    """
                    select status, starts_at, ends_at from subscriptions
                     where customer_id = ? and status = 'active'
                    """,
                    (row, number) -> row.getString(1) + row.getString(2) + row.getString(3),
                    customer)))
        .toList();
  }

  private List<String> runningPaymentsThatNobodyWasToldOf(PaymentWalk walk) {
    return jdbc.query(
        """
        with recursive same (payment_id, told_as) as (
          select payment_id, payment_id from grants
          union
          select same.payment_id, g.payment_id
            from same join grants g on g.merged_into = same.told_as)
        select p.payment_id
          from periods p join subscriptions using (subscription_id)
         where customer_id = any(?) and p.ends_at > ?::timestamptz
           and not exists (select 1 from same join announcements a on a.payment_id = told_as
                            where same.payment_id = p.payment_id)
        """,
        (row, number) -> "payment " + walk.payments().indexOf(row.getObject(1, UUID.class)),
        walk.customers().toArray(String[]::new),
        now().toString());
  }

  /** The last event of each customer carries the subscription as it is. */
  private List<String> subscriptionsThatAreNotAsTold(
      PaymentWalk walk, Map<String, List<SubscriptionEvent>> toldByCustomer) {
    List<String> wrong = new ArrayList<>();
    for (String customer : walk.customers()) {
      List<SubscriptionEvent> told = toldByCustomer.getOrDefault(customer, List.of());
      String last =
          told.isEmpty()
              ? ""
              : told.getLast().subscription().version()
                  + " "
                  + told.getLast().subscription().status().wireName();
      List<String> stored =
          jdbc.query(
              """
              select version, status from subscriptions
               where customer_id = ? and status <> 'unpaid'
              """,
              (row, number) -> row.getString(1) + " " + row.getString(2),
              customer);
      if (!String.join("", stored).equals(last) && !neverTold(told, stored)) {
        wrong.add(customer + " told '" + last + "' is " + stored);
      }
    }
    return wrong;
  }

  private static boolean neverTold(List<SubscriptionEvent> told, List<String> stored) {
    return told.isEmpty() && stored.stream().allMatch(s -> s.endsWith("expired"));
  }

  private static List<UUID> renewals(PaymentWalk walk, Map<String, List<SubscriptionEvent>> told) {
    return walk.customers().stream()
        .flatMap(customer -> told.getOrDefault(customer, List.of()).stream())
        .filter(SubscriptionRenewed.class::isInstance)
        .map(event -> ((SubscriptionRenewed) event).paymentId())
        .toList();
  }
}
