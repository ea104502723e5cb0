package io.octroi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.VerifiedWebhook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real events in any order, any batches and more than once end in the same rows. */
class AnyOrderIT extends WorkerContext {
  private static final BinaryOperator<PaymentSnapshot> NEWER =
      BinaryOperator.maxBy(Comparator.comparingLong(PaymentSnapshot::version));

  static LongStream seeds() {
    return Seeds.fresh(15);
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void a_purchase_ends_in_the_same_rows(long seed) {
    // Given
    StripeWebhooks inOrder = purchase();
    handleOneByOne(life(inOrder).toArray(VerifiedWebhook[]::new));

    // When
    StripeWebhooks shuffled = purchase();
    handleInAnyBatches(life(shuffled), Seeds.random(seed));

    // Then
    assertThat(Fingerprint.of(jdbc, shuffled))
        .as(Seeds.label(seed))
        .isEqualTo(Fingerprint.of(jdbc, inOrder));
    assertThat(payment(shuffled.intent()).orElseThrow().status())
        .as(Seeds.label(seed))
        .isEqualTo("partially_refunded");
    readersKnowWhatTheDatabaseKnows(shuffled);
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void a_subscription_ends_in_the_same_rows(long seed) {
    // Given
    StripeWebhooks inOrder = purchase();
    handleOneByOne(subscribedLife(inOrder).toArray(VerifiedWebhook[]::new));

    // When
    StripeWebhooks shuffled = purchase();
    handleInAnyBatches(subscribedLife(shuffled), Seeds.random(seed));

    // Then
    assertThat(Fingerprint.of(jdbc, shuffled))
        .as(Seeds.label(seed))
        .isEqualTo(Fingerprint.of(jdbc, inOrder));
    assertThat(payment(shuffled.intent()).orElseThrow().status())
        .as(Seeds.label(seed))
        .isEqualTo("lost");
    readersKnowWhatTheDatabaseKnows(shuffled);
  }

  private static List<VerifiedWebhook> life(StripeWebhooks purchase) {
    return List.of(
        purchase.intent("payment_failed", 2),
        purchase.intent("processing", 5),
        purchase.chargeSucceeded(8),
        purchase.intent("succeeded", 9),
        purchase.checkoutPaid(10),
        purchase.refundedTo(1000, 100),
        purchase.refundedTo(3000, 200),
        purchase.refund("succeeded", 2000, 201),
        purchase.dispute("created", "needs_response", 300),
        purchase.dispute("funds_withdrawn", "needs_response", 301),
        purchase.refund("failed", 2000, 400),
        purchase.dispute("closed", "won", 500));
  }

  private static List<VerifiedWebhook> subscribedLife(StripeWebhooks purchase) {
    return List.of(
        purchase.event(
            "customer.subscription.created",
            7,
            """
            {"id":"SUBSCRIPTION","object":"subscription","customer":"PAYER","status":"incomplete",
             "metadata":{"customer_id":"somebody-else-NAME","plan_code":"signaux-weekly"}}
            """),
        purchase.intent("succeeded", 9),
        purchase.checkoutSubscribed(10),
        purchase.invoicePaid(11),
        purchase.invoicePaidBy(12),
        purchase.subscription("updated", "active", 13),
        purchase.subscription("updated", "past_due", 60),
        purchase.event(
            "invoice.paid",
            2_592_000,
            """
            {"id":"in_next_NAME","object":"invoice","amount_paid":4900,"currency":"eur",
             "billing_reason":"subscription_cycle","customer":"PAYER",
             "parent":{"subscription_details":{"subscription":"SUBSCRIPTION","metadata":{}}}}
            """),
        purchase.refundedTo(4900, 2_600_000),
        purchase.dispute("created", "needs_response", 2_600_001),
        purchase.dispute("closed", "lost", 2_600_002),
        purchase.subscription("deleted", "canceled", 2_600_003),
        purchase.subscription("updated", "active", 2_600_004));
  }

  private void handleInAnyBatches(List<VerifiedWebhook> events, RandomGenerator random) {
    List<VerifiedWebhook> arriving = Seeds.shuffledWithDuplicates(events, random);
    int done = 0;
    while (done < arriving.size()) {
      int end = Math.min(arriving.size(), done + random.nextInt(1, 6));
      handle(arriving.subList(done, end));
      done = end;
    }
  }

  /** Whatever was told on the way: who reads the newest versions knows what the database knows. */
  private void readersKnowWhatTheDatabaseKnows(StripeWebhooks purchase) {
    await()
        .untilAsserted(() -> {
          Map<UUID, PaymentSnapshot> known = new HashMap<>();
          Set<UUID> merged = new HashSet<>();
          for (DomainEvent event :
              PublishedEvents.ofCustomers(customer -> customer.endsWith(purchase.name()))) {
            switch (event) {
              case OfPayment e -> known.merge(e.payment().paymentId(), e.payment(), NEWER);
              case PaymentMerged e -> merged.add(e.paymentId());
              default -> {}
            }
          }
          known.keySet().removeAll(merged);
          assertThat(known.values().stream().map(AnyOrderIT::words))
              .containsExactlyInAnyOrderElementsOf(rows(purchase));
        });
  }

  private List<String> rows(StripeWebhooks purchase) {
    return jdbc.sql(
            """
            select concat_ws(' ', id, status, customer_id, plan_code, amount, refunded)
              from payments
             where published and merged_into is null and reference like '%' || ?
            """)
        .param(purchase.name())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static String words(PaymentSnapshot payment) {
    Money amount = payment.amount();
    Money refunded = payment.refunded();
    return Stream.of(
            payment.paymentId(),
            payment.status().wireName(),
            payment.customerId(),
            payment.planCode(),
            amount == null ? null : amount.minorUnits(),
            refunded == null ? null : refunded.minorUnits())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
