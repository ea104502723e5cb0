package io.octroi.payment.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.WorkerContext;
import io.octroi.payment.api.Apis;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.api.TestClock;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import io.octroi.payment.order.Registration;
import io.octroi.platform.mtnmomo.MomoPayment;
import io.octroi.platform.mtnmomo.MtnMomoStandIn;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.SignedWebhook;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hints of MTN's, from the topic over MTN's API and the topic again into the payment. */
class ConfirmationIT extends WorkerContext {
  private static final String SECRET =
      "{\"api_user\":\"user\",\"api_key\":\"key\",\"subscription_key\":\"sub\"}";

  @Autowired private Orders orders;
  @Autowired private Ledger ledger;
  @Autowired private WebhookFeed feed;
  @Autowired private JdbcTemplate template;
  @Autowired private PlatformTransactionManager manager;

  /** A minute ahead of the intake's, so that what comes in is due. */
  private final TestClock clock =
      new TestClock(Clock.systemUTC().instant().plusSeconds(60).truncatedTo(ChronoUnit.MICROS));

  private final MtnMomoStandIn momo =
      MtnMomoStandIn.start(
          new MtnMomoStandIn.Settings(
              0, "user", "key", "sub", "sandbox", Duration.ofDays(9), clock, Ids.fresh()));
  private final MomoPayment asked = MomoPayment.of(15_000, "ord-" + UUID.randomUUID());
  private int hints;

  @BeforeEach
  void nothing_is_open() {
    template.update("delete from inquiry_webhooks");
    template.update("delete from inquiries");
  }

  @AfterEach
  void stop() {
    momo.close();
  }

  @Test
  void an_order_makes_a_pending_payment_with_its_customer_once() {
    // When
    Registration first = orders.register(order());
    Registration again = orders.register(order());
    Registration other = orders.register(order(999));

    // Then
    assertThat(first).isEqualTo(Registration.CREATED);
    assertThat(again).isEqualTo(Registration.ALREADY_EXISTS);
    assertThat(other).isEqualTo(Registration.EXISTS_WITH_DIFFERENT_REQUEST);
    Row row = payment(asked.referenceId()).orElseThrow();
    assertThat(row.status()).isEqualTo("pending");
    assertThat(row.amount()).isEqualTo(15_000);
    assertThat(row.customerId()).isEqualTo(customer());
  }

  @Test
  void a_forged_hint_leaves_the_payment_pending() {
    // Given
    orders.register(order());
    momo.pending(asked, clock.instant());
    VerifiedWebhook forged = hint(momo.forged(asked));

    // When
    handle(forged);
    Confirmer confirmer = confirmer();
    int first = confirmer.confirmDue();
    clock.advance(Duration.ofDays(4));
    int last = confirmer.confirmDue();

    // Then
    assertThat(first + last).isEqualTo(2);
    assertThat(payment(asked.referenceId()).orElseThrow().status()).isEqualTo("pending");
    assertThat(inquiry()).isEqualTo("expired requery_pending");
    assertThat(outcome(forged)).isEqualTo("refuted");
  }

  @Test
  void hints_about_what_nobody_ordered_are_never_asked_about() {
    // When
    VerifiedWebhook forged = hint(momo.forged(asked));
    handle(forged);

    // Then
    assertThat(confirmer().confirmDue()).isZero();
    assertThat(outcome(forged)).isEqualTo("ignored");
    assertThat(momo.server().requests()).isEmpty();
  }

  @Test
  void a_genuine_hint_that_comes_five_times_succeeds_once_after_two_pending_answers() {
    // Given
    orders.register(order());
    momo.pending(asked, clock.instant());
    SignedWebhook genuine = momo.forged(asked);
    handle(hint(genuine), hint(genuine), hint(genuine));
    handle(hint(genuine));
    Confirmer confirmer = confirmer();
    confirmer.confirmDue();
    clock.advance(Duration.ofSeconds(10));
    confirmer.confirmDue();
    momo.successful(asked, clock.instant());
    handle(hint(genuine));

    // When
    clock.advance(Duration.ofSeconds(10));
    int third = confirmer.confirmDue();
    clock.advance(Duration.ofHours(1));
    int fourth = confirmer.confirmDue();

    // Then
    assertThat(third).isEqualTo(1);
    assertThat(fourth).isZero();
    succeeded();
    assertThat(inquiry()).isEqualTo("confirmed valid");
    assertThat(facts()).isEqualTo(2);
    assertThat(orders.find("mtn_momo", asked.referenceId()).orElseThrow().state())
        .isEqualTo(Order.State.PAID);
  }

  @Test
  void an_api_that_is_away_for_an_hour_is_asked_until_it_is_back() {
    // Given
    orders.register(order());
    handle(hint(momo.successful(asked, clock.instant())));
    momo.faults().status(1000, 503);
    Confirmer confirmer = confirmer();

    // When
    for (int i = 0; i < 12; i++) {
      confirmer.confirmDue();
      clock.advance(Duration.ofMinutes(5));
    }
    String whileAway = inquiry();
    momo.faults().clear();
    confirmer.confirmDue();

    // Then
    assertThat(whileAway).isEqualTo("open requery_unavailable");
    succeeded();
  }

  @Test
  void money_that_is_not_what_was_asked_moves_nothing() {
    // Given
    orders.register(order(20_000));
    VerifiedWebhook hint = hint(momo.successful(asked, clock.instant()));
    handle(hint);

    // When
    confirmer().confirmDue();

    // Then
    assertThat(inquiry()).isEqualTo("mismatch amount_mismatch");
    assertThat(outcome(hint)).isEqualTo("refuted");
    assertThat(payment(asked.referenceId()).orElseThrow().status()).isEqualTo("pending");
  }

  @Test
  void two_who_look_at_once_ask_once_and_a_late_one_records_nothing() {
    // Given
    orders.register(order());
    handle(hint(momo.successful(asked, clock.instant())));
    Inquiries inquiries = inquiries();

    // When
    Held crashed = inquiries.claim(Duration.ofMinutes(2), 10).getFirst();
    int meanwhile = confirmer().confirmDue();
    clock.advance(Duration.ofMinutes(3));
    int afterwards = confirmer().confirmDue();
    Decision late = Decision.close(Verdict.UNKNOWN_ORDER, InquiryState.UNKNOWN);
    inquiries.close(crashed, late, InquiryState.UNKNOWN);

    // Then
    assertThat(meanwhile).isZero();
    assertThat(afterwards).isEqualTo(1);
    assertThat(inquiry()).isEqualTo("confirmed valid");
  }

  @Test
  void a_crash_between_passing_on_and_closing_repeats_harmlessly() {
    // Given
    orders.register(order());
    handle(hint(momo.successful(asked, clock.instant())));
    confirmer().confirmDue();
    succeeded();
    template.update("update inquiries set state = 'open', lease_until = null, verdict = ''");

    // When
    confirmer().confirmDue();

    // Then
    assertThat(inquiry()).isEqualTo("confirmed valid");
    succeeded();
    assertThat(facts()).isEqualTo(2);
  }

  private void succeeded() {
    await()
        .untilAsserted(() ->
            assertThat(payment(asked.referenceId()).orElseThrow().status()).isEqualTo("succeeded"));
  }

  private String inquiry() {
    return jdbc.sql("select state || ' ' || verdict from inquiries where reference = ?")
        .param(asked.referenceId())
        .query(String.class)
        .single();
  }

  private int facts() {
    return jdbc.sql(
            """
            select count(*) from payment_facts f join payment_references r
                on r.payment_id = f.payment_id where r.reference = ?
            """)
        .param(asked.referenceId())
        .query(Integer.class)
        .single();
  }

  private Confirmer confirmer() {
    ProviderApis apis =
        Apis.of(Apis.settings("mtn_momo", momo.uri(), "sandbox"), clock, Apis.secret(SECRET));
    return new Confirmer(inquiries(), orders, apis, feed, ByHand.SETTINGS, clock, Traces.none());
  }

  private Inquiries inquiries() {
    return ByHand.inquiries(template, orders, ledger, clock, new TransactionTemplate(manager));
  }

  private Order order() {
    return order(asked.amount());
  }

  private Order order(long amount) {
    return new Order(
        "mtn_momo",
        Apis.ENDPOINT,
        asked.referenceId(),
        asked.externalId(),
        customer(),
        "signaux-monthly",
        Money.of(amount, "XAF"),
        Contact.UNKNOWN,
        "",
        "",
        Order.State.OPEN,
        clock.instant());
  }

  private String customer() {
    return "cust-" + asked.referenceId();
  }

  private VerifiedWebhook hint(SignedWebhook posted) {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    return new VerifiedWebhook(
        Apis.ENDPOINT,
        "mtn_momo",
        asked.referenceId() + "-" + hints++,
        "requesttopay",
        asked.referenceId(),
        now,
        now,
        Provenance.webhook(Trust.HINT, Provenance.NO_SECRET),
        posted.body());
  }
}
