package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.backfill.PollOutcome.Complete;
import io.octroi.payment.backfill.PollOutcome.Filling;
import io.octroi.platform.flutterwave.FlutterwavePayment;
import io.octroi.platform.flutterwave.FlutterwaveV3StandIn;
import io.octroi.platform.flutterwave.FlutterwaveV4StandIn;
import io.octroi.platform.hyperpay.HyperPayPayment;
import io.octroi.platform.hyperpay.HyperPayStandIn;
import io.octroi.platform.paypal.PayPalPayment;
import io.octroi.platform.paypal.PayPalStandIn;
import io.octroi.platform.paystack.PaystackPayment;
import io.octroi.platform.paystack.PaystackStandIn;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.ProviderEvent;
import io.octroi.platform.wave.WavePayment;
import io.octroi.platform.wave.WaveStandIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two hours in which a provider posted nothing. */
class ProviderBackfillIT extends PolledEndpoint {
  private final Ids ids = Ids.fresh();
  private final String order = "order-" + UUID.randomUUID();

  @Test
  void paypals_events_come_back_by_their_own_ids() {
    try (PayPalStandIn paypal = paypal()) {
      // Given
      Poller poller = poller(paypalAsked(paypal).paged(2, 50));
      PayPalPayment refunded = PayPalPayment.of(ids, "49.00", "EUR", order);
      PayPalPayment disputed = PayPalPayment.of(ids, "49.00", "EUR", order + "-2");
      List<ProviderEvent> missed =
          List.of(
              paypal.captured(refunded, at(10)),
              paypal.captured(disputed, at(11)),
              paypal.refunded(refunded, "49.00", "49.00", at(20)),
              paypal.disputed(disputed, "PP-D-" + order, at(30)));
      clock.forward(TWO_HOURS);

      // When
      fill(poller, missed.size());

      // Then
      assertThat(status(refunded.capture())).isEqualTo("refunded");
      assertThat(status(disputed.capture())).isEqualTo("disputed");
      lateWebhooksChangeNothing(
          Set.of(refunded.capture(), disputed.capture()),
          missed.stream()
              .map(event -> webhook("paypal", event.id(), Trust.WEAK, event))
              .toArray(VerifiedWebhook[]::new));
    }
  }

  @Test
  void what_was_posted_and_never_confirmed_is_taken_from_the_list() {
    try (PayPalStandIn paypal = paypal()) {
      // Given
      Poller poller = poller(paypalAsked(paypal));
      PayPalPayment payment = PayPalPayment.of(ids, "49.00", "EUR", order);
      ProviderEvent captured = paypal.captured(payment, at(10));
      handle(webhook("paypal", captured.id(), Trust.WEAK, captured));
      jdbc.sql("update ledger set outcome = 'ignored' where endpoint = ?").param(endpoint).update();
      clock.forward(TWO_HOURS);

      // When, then
      fill(poller, 1);
      assertThat(status(payment.capture())).isEqualTo("succeeded");
    }
  }

  @Test
  void paystacks_objects_come_back_in_each_of_their_states() {
    try (PaystackStandIn paystack =
        PaystackStandIn.start(new PaystackStandIn.Settings(0, "sk_1", clock, ids))) {
      // Given
      Poller poller = poller(paystackAsked(paystack));
      PaystackPayment refunded = PaystackPayment.of(ids, 150_000, "GHS", order);
      PaystackPayment disputed = PaystackPayment.of(ids, 150_000, "GHS", order + "-2");
      ProviderEvent charged = paystack.charged(refunded, at(10));
      ProviderEvent chargedToo = paystack.charged(disputed, at(10));
      ProviderEvent back = paystack.refunded(refunded, 50_000, at(20));
      long dispute = ids.number();
      ProviderEvent opened = paystack.disputed(disputed, dispute, at(30));
      clock.forward(TWO_HOURS);

      // When
      fill(poller, 4);

      // Then
      assertThat(status(refunded.reference())).isEqualTo("partially_refunded");
      assertThat(status(disputed.reference())).isEqualTo("disputed");
      lateWebhooksChangeNothing(
          Set.of(refunded.reference(), disputed.reference()),
          paystack("charge.success:" + refunded.id() + ":success", charged),
          paystack("charge.success:" + disputed.id() + ":success", chargedToo),
          paystack("refund.processed:T" + refunded.id() + ":processed", back),
          paystack("charge.dispute.create:" + dispute + ":awaiting-merchant-feedback", opened));
    }
  }

  @Test
  void a_refund_that_ends_long_after_it_was_listed_is_asked_for_until_it_ends() {
    try (PaystackStandIn paystack =
        PaystackStandIn.start(new PaystackStandIn.Settings(0, "sk_1", clock, ids))) {
      // Given
      Poller poller = poller(paystackAsked(paystack));
      PaystackPayment payment = PaystackPayment.of(ids, 150_000, "GHS", order);
      paystack.charged(payment, at(10));
      long refund = paystack.refundBegun(payment, 150_000, at(20));
      clock.forward(TWO_HOURS);
      fill(poller, 2);
      assertThat(status(payment.reference())).isEqualTo("succeeded");
      assertThat(row().completeUntil()).isAfter(at(20));

      // When
      clock.forward(Duration.ofHours(5));
      assertThat(poller.poll(endpoint)).isInstanceOf(Complete.class);
      paystack.refundEnded(refund, "processed");
      clock.forward(Duration.ofHours(5));

      // Then
      fill(poller, 1);
      assertThat(status(payment.reference())).isEqualTo("refunded");
      assertThat(undecided()).isZero();
    }
  }

  @Test
  void hyperpays_transactions_come_back() {
    try (HyperPayStandIn hyperpay =
        HyperPayStandIn.start(new HyperPayStandIn.Settings(0, "entity", "token", clock, ids))) {
      // Given
      Asked asked =
          Asked.of(
              "hyperpay", hyperpay.uri(), "{\"access_token\":\"token\",\"entity_id\":\"entity\"}");
      Poller poller = poller(asked.paged(2, 50));
      HyperPayPayment kept = HyperPayPayment.of(ids, "187.50", "SAR", order);
      HyperPayPayment refunded = HyperPayPayment.of(ids, "187.50", "SAR", order + "-2");
      ProviderEvent debited = hyperpay.debited(kept, at(10));
      hyperpay.debited(refunded, at(11));
      hyperpay.refunded(refunded, "187.50", at(20));
      clock.forward(TWO_HOURS);

      // When
      fill(poller, 3);

      // Then
      assertThat(status(kept.id())).isEqualTo("succeeded");
      assertThat(status(refunded.id())).isEqualTo("refunded");
      lateWebhooksChangeNothing(
          Set.of(kept.id()), webhook("hyperpay", "late:" + order, Trust.SIGNED, debited));
    }
  }

  @Test
  void waves_account_comes_back_day_by_day() {
    try (WaveStandIn wave = WaveStandIn.start(new WaveStandIn.Settings(0, "key", clock, ids))) {
      // Given
      Poller poller = poller(Asked.of("wave", wave.uri(), "{\"api_key\":\"key\"}").paged(1, 50));
      WavePayment kept = WavePayment.of(ids, 5_000, order);
      WavePayment reversed = WavePayment.of(ids, 5_000, order + "-2");
      ProviderEvent completed = wave.completed(kept, at(10));
      wave.completed(reversed, at(11));
      wave.reversed(reversed, at(20));
      clock.forward(TWO_HOURS);

      // When
      fill(poller, 3);

      // Then
      assertThat(status(kept.transaction())).isEqualTo("succeeded");
      assertThat(status(reversed.transaction())).isEqualTo("refunded");
      lateWebhooksChangeNothing(
          Set.of(kept.transaction()), webhook("wave", completed.id(), Trust.SIGNED, completed));
    }
  }

  @Test
  void flutterwaves_charges_come_back_over_its_third_api() {
    try (FlutterwaveV3StandIn flutterwave =
        FlutterwaveV3StandIn.start(new FlutterwaveV3StandIn.Settings(0, "key", clock, ids))) {
      // Given
      Poller poller =
          poller(Asked.of("flutterwave", flutterwave.uri(), "{\"secret_key\":\"key\"}").in("v3"));
      FlutterwavePayment payment =
          FlutterwavePayment.numbered(ids, new BigDecimal("5000"), "XOF", order);
      ProviderEvent charged = flutterwave.charged(payment, at(10));
      clock.forward(TWO_HOURS);

      // When
      fill(poller, 1);

      // Then
      assertThat(status(payment.id())).isEqualTo("succeeded");
      lateWebhooksChangeNothing(
          Set.of(payment.id()),
          webhook(
              "flutterwave",
              "charge.completed:" + payment.id() + ":successful",
              Trust.WEAK,
              charged));
    }
  }

  @Test
  void a_charge_that_is_undecided_holds_the_watermark_until_it_is() {
    try (FlutterwaveV4StandIn flutterwave =
        FlutterwaveV4StandIn.start(
            new FlutterwaveV4StandIn.Settings(
                0, "id", "secret", Duration.ofMinutes(30), clock, ids))) {
      // Given
      Poller poller =
          poller(
              Asked.of(
                  "flutterwave",
                  flutterwave.uri(),
                  "{\"client_id\":\"id\",\"client_secret\":\"secret\"}"));
      FlutterwavePayment payment =
          FlutterwavePayment.lettered(ids, new BigDecimal("5000"), "XOF", order);
      flutterwave.pending(payment, at(10));
      clock.forward(TWO_HOURS);
      assertThat(poller.poll(endpoint)).isEqualTo(new Complete(at(10)));
      assertThat(row().completeUntil()).isEqualTo(at(10));

      // When
      flutterwave.charged(payment, at(10));
      clock.forward(Duration.ofMinutes(1));

      // Then
      assertThat(poller.poll(endpoint)).isEqualTo(new Filling(1));
      Awaitility.await().until(() -> inLedger() == 1);
      clock.forward(Duration.ofSeconds(1));
      assertThat(poller.poll(endpoint)).isInstanceOf(Complete.class);
      assertThat(row().completeUntil()).isAfter(at(110));
      assertThat(status(payment.id())).isEqualTo("succeeded");
    }
  }

  private PayPalStandIn paypal() {
    return PayPalStandIn.start(
        new PayPalStandIn.Settings(
            0, "client", "secret", "WEBHOOK", Duration.ofMinutes(30), clock, ids));
  }

  private static Asked paypalAsked(PayPalStandIn paypal) {
    return Asked.of(
        "paypal", paypal.uri(), "{\"client_id\":\"client\",\"client_secret\":\"secret\"}");
  }

  private static Asked paystackAsked(PaystackStandIn paystack) {
    return Asked.of("paystack", paystack.uri(), "{\"secret_key\":\"sk_1\"}");
  }

  private VerifiedWebhook paystack(String eventId, ProviderEvent event) {
    return webhook("paystack", eventId, Trust.SIGNED, event);
  }

  private int undecided() {
    return jdbc.sql("select count(*) from undecided where endpoint = ?")
        .param(endpoint)
        .query(Integer.class)
        .single();
  }
}
