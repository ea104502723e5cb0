package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.backfill.PollOutcome.Complete;
import io.octroi.payment.backfill.PollOutcome.Failed;
import io.octroi.payment.confirmation.ByHand;
import io.octroi.payment.confirmation.Confirmer;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import io.octroi.platform.cinetpay.CinetPayPayment;
import io.octroi.platform.cinetpay.CinetPayStandIn;
import io.octroi.platform.mtnmomo.MomoPayment;
import io.octroi.platform.mtnmomo.MtnMomoStandIn;
import io.octroi.platform.orangemoney.OrangeMoneyStandIn;
import io.octroi.platform.orangemoney.OrangePayment;
import io.octroi.platform.provider.Ids;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Providers that list nothing: what we ordered is asked for one by one. */
class OrderBackfillIT extends PolledEndpoint {
  @Autowired private Orders orders;

  private final Ids ids = Ids.fresh();
  private final MtnMomoStandIn momo =
      MtnMomoStandIn.start(
          new MtnMomoStandIn.Settings(
              0, "user", "key", "sub", "sandbox", Duration.ofDays(9), clock, ids));
  private final Asked mtn =
      Asked.of(
              "mtn_momo",
              momo.uri(),
              "{\"api_user\":\"user\",\"api_key\":\"key\",\"subscription_key\":\"sub\"}")
          .in("sandbox");
  private final MomoPayment payment = MomoPayment.of(15_000, "ord-" + UUID.randomUUID());

  @BeforeEach
  void nothing_is_asked() {
    jdbc.sql("delete from inquiry_webhooks").update();
    jdbc.sql("delete from inquiries").update();
  }

  @AfterEach
  void stop() {
    momo.close();
  }

  @Test
  void two_hours_without_a_callback_of_mtn_come_back_and_late_ones_change_nothing() {
    // Given
    orders.register(momoOrder());
    momo.successful(payment, at(11));

    // When, then
    fetch(mtn, payment.referenceId());
    lateWebhooksChangeNothing(
        Set.of(payment.referenceId()),
        late("mtn_momo", payment.referenceId(), momo.forged(payment).body()));
  }

  @Test
  void cinetpays_orders_come_back() {
    try (CinetPayStandIn cinetpay =
        CinetPayStandIn.start(new CinetPayStandIn.Settings(0, "api", "site", clock, ids))) {
      // Given
      String transaction = "txn-" + UUID.randomUUID();
      CinetPayPayment paid = new CinetPayPayment(transaction, 5_000, "XOF", "");
      orders.register(order("cinetpay", transaction, "", Money.of(5_000, "XOF"), ""));
      cinetpay.accepted(paid, at(11));

      // When, then
      fetch(
          Asked.of("cinetpay", cinetpay.uri(), "{\"apikey\":\"api\",\"site_id\":\"site\"}"),
          transaction);
    }
  }

  @Test
  void oranges_orders_come_back() {
    try (OrangeMoneyStandIn orange =
        OrangeMoneyStandIn.start(
            new OrangeMoneyStandIn.Settings(
                0, "id", "secret", "ci", Duration.ofDays(9), clock, ids))) {
      // Given
      OrangePayment paid = OrangePayment.of(ids, "ord-" + UUID.randomUUID(), 5_000);
      orders.register(
          order("orange_money", paid.order(), "", Money.of(5_000, "XOF"), paid.payToken()));
      orange.succeeded(paid, at(11));

      // When, then
      fetch(
          Asked.of(
                  "orange_money",
                  orange.uri(),
                  "{\"client_id\":\"id\",\"client_secret\":\"secret\"}")
              .in("ci"),
          paid.order());
    }
  }

  @Test
  void a_payer_who_takes_time_holds_the_watermark_but_not_forever() {
    // Given
    Poller poller = poller(mtn);
    Confirmer confirmer = confirmer(mtn);
    orders.register(momoOrder());
    momo.pending(payment, at(10));
    clock.forward(Duration.ofHours(2));

    // When, then
    assertThat(poller.poll(endpoint)).isEqualTo(new Complete(at(10)));
    confirmer.confirmDue();
    clock.forward(Duration.ofHours(2));
    assertThat(poller.poll(endpoint)).isEqualTo(new Complete(at(10)));
    clock.forward(Duration.ofHours(21));
    poller.poll(endpoint);
    assertThat(row().completeUntil()).isAfter(at(10));
    assertThat(status(payment.referenceId())).isEqualTo("pending");
  }

  @Test
  void a_provider_that_is_away_holds_the_watermark_however_long() {
    // Given
    Poller poller = poller(mtn);
    Confirmer confirmer = confirmer(mtn);
    orders.register(momoOrder());
    momo.successful(payment, at(11));
    momo.faults().status(1000, 503);
    clock.forward(TWO_HOURS);
    poller.poll(endpoint);

    // When
    confirmer.confirmDue();
    clock.forward(Duration.ofHours(30));
    PollOutcome away = poller.poll(endpoint);
    momo.faults().clear();
    confirmer.confirmDue();
    await().until(() -> inLedger() == 1);
    clock.forward(Duration.ofMinutes(1));
    PollOutcome back = poller.poll(endpoint);

    // Then
    assertThat(away).isInstanceOf(Failed.class);
    assertThat(row().failure()).isEmpty();
    assertThat(back).isInstanceOf(Complete.class);
    assertThat(row().completeUntil()).isAfter(at(11));
    assertThat(status(payment.referenceId())).isEqualTo("succeeded");
  }

  @Test
  void an_order_that_the_provider_does_not_know_at_first_is_asked_for_again() {
    // Given
    Poller poller = poller(mtn);
    Confirmer confirmer = confirmer(mtn);
    orders.register(momoOrder());
    clock.forward(TWO_HOURS);
    poller.poll(endpoint);
    confirmer.confirmDue();
    clock.forward(Duration.ofMinutes(16));
    confirmer.confirmDue();
    assertThat(inquiry()).isEqualTo("unknown");
    assertThat(poller.poll(endpoint)).isEqualTo(new Complete(at(10)));

    // When
    momo.successful(payment, clock.instant());
    clock.forward(Duration.ofMinutes(11));
    poller.poll(endpoint);
    confirmer.confirmDue();

    // Then
    await().until(() -> inLedger() == 1);
    assertThat(status(payment.referenceId())).isEqualTo("succeeded");
  }

  @Test
  void what_was_found_holds_the_watermark_until_the_ledger_has_it() {
    // Given
    Poller poller = poller(mtn);
    orders.register(momoOrder());
    momo.successful(payment, at(11));
    clock.forward(TWO_HOURS);
    poller.poll(endpoint);
    confirmer(mtn).confirmDue();
    await().until(() -> inLedger() == 1);

    // When
    jdbc.sql("update inquiries set passed_as = passed_as || ':on its way'").update();
    clock.forward(Duration.ofMinutes(1));
    PollOutcome underway = poller.poll(endpoint);
    jdbc.sql("update inquiries set passed_as = replace(passed_as, ':on its way', '')").update();
    clock.forward(Duration.ofMinutes(1));
    poller.poll(endpoint);

    // Then
    assertThat(underway).isEqualTo(new Complete(at(10)));
    assertThat(row().completeUntil()).isAfter(at(110));
  }

  /** One poll has it asked for; the next one finds it in the ledger. */
  private void fetch(Asked asked, String reference) {
    Poller poller = poller(asked);
    clock.forward(TWO_HOURS);
    assertThat(poller.poll(endpoint)).isEqualTo(new Complete(at(10)));
    assertThat(confirmer(asked).confirmDue()).isEqualTo(1);
    await().until(() -> inLedger() == 1);
    assertThat(status(reference)).isEqualTo("succeeded");
    assertThat(origins()).isEqualTo("backfill");
    clock.forward(Duration.ofMinutes(1));
    assertThat(poller.poll(endpoint)).isInstanceOf(Complete.class);
    assertThat(row().completeUntil()).isAfter(at(110));
  }

  private Confirmer confirmer(Asked asked) {
    return ByHand.confirmer(template, orders, ledger, feed, apis(asked), clock, transactions);
  }

  private Order momoOrder() {
    return order(
        "mtn_momo",
        payment.referenceId(),
        payment.externalId(),
        Money.of(payment.amount(), "XAF"),
        "");
  }

  private Order order(
      String provider, String reference, String orderId, Money money, String payToken) {
    return new Order(
        provider,
        endpoint,
        reference,
        orderId.isEmpty() ? reference : orderId,
        "cust-" + reference,
        "signaux-monthly",
        money,
        Contact.UNKNOWN,
        payToken,
        "",
        Order.State.OPEN,
        at(10));
  }

  private VerifiedWebhook late(String provider, String reference, byte[] body) {
    return new VerifiedWebhook(
        endpoint,
        provider,
        "late-" + reference,
        "requesttopay",
        reference,
        at(11),
        clock.instant(),
        Provenance.webhook(Trust.HINT, Provenance.NO_SECRET),
        body);
  }

  private String inquiry() {
    return jdbc.sql("select state from inquiries where endpoint = ?")
        .param(endpoint)
        .query(String.class)
        .single();
  }
}
