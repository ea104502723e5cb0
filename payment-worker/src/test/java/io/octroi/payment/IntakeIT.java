package io.octroi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentEvent.PaymentSucceeded;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeIT extends WorkerContext {

  @Test
  void a_webhook_that_comes_in_from_the_topic_is_told_on_the_topic() {
    // Given
    StripeWebhooks purchase = purchase();

    // When
    PublishedEvents.send(
        List.of(
            WebhookCodec.toRecord(purchase.intent("succeeded", 9)),
            WebhookCodec.toRecord(purchase.checkoutPaid(10)),
            WebhookCodec.toRecord(purchase.refundedTo(4900, 20))));

    // Then
    await()
        .untilAsserted(() ->
            assertThat(PublishedEvents.namesOf(purchase.customer()))
                .isNotEmpty()
                .last()
                .isEqualTo("PaymentRefunded"));
  }

  @Test
  void a_paid_checkout_is_told_once_with_everything_a_reader_needs() {
    // Given
    StripeWebhooks purchase = purchase();

    // When
    handle(purchase.checkoutPaid(10), purchase.intent("succeeded", 9), purchase.chargeSucceeded(8));
    handle(purchase.checkoutPaid(10));

    // Then
    await().untilAsserted(() -> assertThat(told(purchase)).hasSize(1));
    assertThat(told(purchase).getFirst())
        .isInstanceOfSatisfying(
            PaymentSucceeded.class,
            event -> {
              assertThat(event.payment().customerId()).isEqualTo(purchase.customer());
              assertThat(event.payment().planCode()).isEqualTo("signaux-monthly");
              assertThat(event.payment().amount()).hasToString("49.00 EUR");
              assertThat(event.payment().reference()).isEqualTo(purchase.intent());
              assertThat(event.payment().endpoint()).isEqualTo(StripeWebhooks.ENDPOINT);
              assertThat(event.payment().paidAt()).isEqualTo(StripeWebhooks.START.plusSeconds(9));
              assertThat(event.payment().contact())
                  .isEqualTo(new Contact("payer@example.org", "fr", 77L, "+221770000042"));
            });
  }

  @Test
  void a_refund_before_its_payment_waits_and_is_counted_when_the_payment_comes() {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook refund = purchase.refundedTo(4900, 20);

    // When
    handle(refund);

    // Then
    assertThat(outcome(refund)).isEqualTo("unmatched");
    assertThat(payment(purchase.charge()).orElseThrow().published()).isFalse();

    // When
    handle(purchase.checkoutPaid(10));

    // Then
    assertThat(outcome(refund)).isEqualTo("applied");
    assertThat(payment(purchase.session()).orElseThrow().status()).isEqualTo("refunded");
  }

  @Test
  void two_payments_that_turn_out_to_be_one_are_one() {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook refund = purchase.refundedTo(1000, 20);
    handleOneByOne(refund, purchase.checkoutSubscribed(10), purchase.invoicePaid(11));
    assertThat(payment(purchase.charge()).orElseThrow().id())
        .isNotEqualTo(payment(purchase.invoice()).orElseThrow().id());

    // When
    handle(purchase.invoicePaidBy(12));

    // Then
    Row one = payment(purchase.invoice()).orElseThrow();
    assertThat(payment(purchase.charge())).contains(one);
    assertThat(payment(purchase.intent())).contains(one);
    assertThat(one.status()).isEqualTo("partially_refunded");
    assertThat(outcome(refund)).isEqualTo("applied");
  }

  @Test
  void of_two_payments_that_readers_know_one_is_called_void_after_the_other_stands_for_it() {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.checkoutSubscribed(10), purchase.invoicePaid(11));
    handle(known(purchase));
    Row kept = payment(purchase.invoice()).orElseThrow();
    Row absorbed = payment(purchase.intent()).orElseThrow();

    // When
    handle(purchase.invoicePaidBy(30));

    // Then
    await()
        .untilAsserted(() ->
            assertThat(told(purchase))
                .filteredOn(PaymentMerged.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                  PaymentMerged merged = (PaymentMerged) event;
                  assertThat(merged.paymentId()).isEqualTo(absorbed.id());
                  assertThat(merged.intoPaymentId()).isEqualTo(kept.id());
                  assertThat(merged.version()).isGreaterThan(absorbed.version());
                }));
  }

  @Test
  void a_payment_of_an_unknown_customer_waits_until_the_customer_is_learned() {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.invoicePaid(11));
    Row waiting = payment(purchase.invoice()).orElseThrow();
    assertThat(waiting.status()).isEqualTo("succeeded");
    assertThat(waiting.published()).isFalse();

    // When
    handle(
        purchase.event(
            "customer.subscription.created",
            5,
            """
            {"id":"SUBSCRIPTION","object":"subscription","customer":"PAYER","status":"incomplete",
             "metadata":{"customer_id":"CUSTOMER","plan_code":"signaux-monthly"}}
            """));

    // Then
    Row learned = payment(purchase.invoice()).orElseThrow();
    assertThat(learned.customerId()).isEqualTo(purchase.customer());
    assertThat(learned.published()).isTrue();
    await()
        .untilAsserted(() ->
            assertThat(PublishedEvents.namesOf(purchase.customer()))
                .containsExactly("PaymentSucceeded"));
  }

  @Test
  void a_renewal_is_the_customers_who_made_the_subscription() {
    // Given
    StripeWebhooks first = purchase();
    handle(first.checkoutSubscribed(10), first.invoicePaid(11));

    // When
    handle(
        first.event(
            "invoice.paid",
            2_592_000,
            """
            {"id":"in_next_NAME","object":"invoice","amount_paid":4900,"currency":"eur",
             "billing_reason":"subscription_cycle","customer":"PAYER",
             "parent":{"subscription_details":{"subscription":"SUBSCRIPTION","metadata":{}}}}
            """));

    // Then
    Row renewal = payment("in_next_" + first.name()).orElseThrow();
    assertThat(renewal.customerId()).isEqualTo(first.customer());
    assertThat(renewal.planCode()).isEqualTo("signaux-monthly");
    assertThat(renewal.email()).isEqualTo("payer@example.org");
  }

  @Test
  void a_stale_word_about_a_subscription_changes_nothing_and_the_end_is_the_end() {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.checkoutSubscribed(10), purchase.invoicePaid(11));

    // When
    handleOneByOne(
        purchase.subscription("deleted", "canceled", 50),
        purchase.subscription("updated", "past_due", 40),
        purchase.subscription("updated", "active", 60));

    // Then
    assertThat(
            jdbc.sql("select status from agreements where agreement = ?")
                .param(purchase.subscription())
                .query(String.class)
                .single())
        .isEqualTo("canceled");
    await()
        .untilAsserted(() ->
            assertThat(PublishedEvents.namesOf(purchase.customer()))
                .containsExactly("PaymentSucceeded", "AgreementUpdated", "AgreementUpdated"));
  }

  /** A payment intent of the same purchase whose own metadata says everything. */
  private static VerifiedWebhook known(StripeWebhooks purchase) {
    return purchase.event(
        "payment_intent.succeeded",
        9,
        """
        {"id":"INTENT","object":"payment_intent","amount":4900,"amount_received":4900,
         "currency":"eur","customer":"PAYER","latest_charge":"CHARGE",
         "metadata":{"customer_id":"CUSTOMER","plan_code":"signaux-monthly"}}
        """);
  }

  private static List<DomainEvent> told(StripeWebhooks purchase) {
    return PublishedEvents.of(purchase.customer());
  }
}
