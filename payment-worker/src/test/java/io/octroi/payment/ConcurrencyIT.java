package io.octroi.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.VerifiedWebhook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** Several workers meet the same payment at the same time. */
class ConcurrencyIT extends WorkerContext {
  private static final int ROUNDS = 25;

  @Test
  void workers_that_first_hear_of_a_payment_together_make_one_payment() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      StripeWebhooks purchase = purchase();

      // When
      together(
          List.of(
              List.of(purchase.checkoutPaid(10), purchase.refund("succeeded", 500, 30)),
              List.of(purchase.intent("succeeded", 9)),
              List.of(purchase.refundedTo(1000, 20), purchase.chargeSucceeded(8)),
              List.of(purchase.checkoutPaid(10), purchase.intent("succeeded", 9))));

      // Then
      Row row = payment(purchase.session()).orElseThrow();
      assertThat(payment(purchase.charge())).contains(row);
      assertThat(row.status()).isEqualTo("partially_refunded");
      assertThat(row.refunded()).isEqualTo(1000);
      assertThat(row.published()).isTrue();
    }
  }

  @Test
  void a_payment_and_the_news_whose_it_is_never_miss_each_other() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      StripeWebhooks purchase = purchase();
      handle(purchase.subscription("updated", "active", 1));
      VerifiedWebhook whose =
          purchase.event(
              "customer.subscription.created",
              5,
              """
              {"id":"SUBSCRIPTION","object":"subscription","customer":"PAYER",
               "status":"incomplete",
               "metadata":{"customer_id":"CUSTOMER","plan_code":"signaux-monthly"}}
              """);

      // When
      together(List.of(List.of(purchase.invoicePaid(11)), List.of(whose)));

      // Then
      Row row = payment(purchase.invoice()).orElseThrow();
      assertThat(row.customerId()).isEqualTo(purchase.customer());
      assertThat(row.planCode()).isEqualTo("signaux-monthly");
      assertThat(row.published()).isTrue();
    }
  }

  @Test
  void a_merge_and_the_news_of_both_parts_lose_nothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      StripeWebhooks purchase = purchase();
      handle(purchase.checkoutSubscribed(10), purchase.intent("processing", 8));

      // When
      together(
          List.of(
              List.of(purchase.invoicePaid(11)),
              List.of(purchase.invoicePaidBy(12)),
              List.of(purchase.refundedTo(1000, 20)),
              List.of(purchase.intent("succeeded", 9))));

      // Then
      Row row = payment(purchase.invoice()).orElseThrow();
      assertThat(payment(purchase.intent())).contains(row);
      assertThat(payment(purchase.charge())).contains(row);
      assertThat(row.status()).isEqualTo("partially_refunded");
      assertThat(row.published()).isTrue();
    }
  }

  private void together(List<List<VerifiedWebhook>> batches) throws Exception {
    CyclicBarrier start = new CyclicBarrier(batches.size());
    try (ExecutorService workers = Executors.newFixedThreadPool(batches.size())) {
      List<Future<?>> running = new ArrayList<>();
      for (List<VerifiedWebhook> batch : batches) {
        Callable<Void> work =
            () -> {
              start.await();
              untilItCommits(batch);
              return null;
            };
        running.add(workers.submit(work));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    }
  }

  /** As the listener does: a batch that lost a race comes again. */
  private void untilItCommits(List<VerifiedWebhook> batch) {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        handle(batch);
        return;
      } catch (ConcurrencyFailureException lost) {
        // The next attempt sees what the winner wrote.
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("a batch lost every race");
  }
}
