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
import io.octroi.platform.orangemoney.OrangeMoneyStandIn;
import io.octroi.platform.orangemoney.OrangePayment;
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

/** A notification of Orange's, which names its order by nothing but a token. */
class OrangeHintIT extends WorkerContext {
  private static final String SECRET = "{\"client_id\":\"id\",\"client_secret\":\"secret\"}";

  @Autowired private Orders orders;
  @Autowired private Ledger ledger;
  @Autowired private WebhookFeed feed;
  @Autowired private JdbcTemplate template;
  @Autowired private PlatformTransactionManager manager;

  private final TestClock clock =
      new TestClock(Clock.systemUTC().instant().plusSeconds(60).truncatedTo(ChronoUnit.MICROS));
  private final OrangeMoneyStandIn orange =
      OrangeMoneyStandIn.start(
          new OrangeMoneyStandIn.Settings(
              0, "id", "secret", "ci", Duration.ofHours(1), clock, Ids.fresh()));
  private final OrangePayment asked =
      OrangePayment.of(Ids.fresh(), "ord-" + UUID.randomUUID(), 5_000);

  @BeforeEach
  void nothing_is_open() {
    template.update("delete from inquiry_webhooks");
    template.update("delete from inquiries");
  }

  @AfterEach
  void stop() {
    orange.close();
  }

  @Test
  void a_notification_finds_its_order_by_the_token_and_the_money_by_asking() {
    // Given
    orders.register(order());
    handle(hint(asked.notifToken(), orange.succeeded(asked, clock.instant())));

    // When
    confirmer().confirmDue();

    // Then
    assertThat(inquiry()).isEqualTo("confirmed valid");
    await()
        .untilAsserted(
            () -> assertThat(payment(asked.order()).orElseThrow().status()).isEqualTo("succeeded"));
  }

  @Test
  void a_token_that_nobody_gave_out_is_never_asked_about() {
    // Given
    orders.register(order());
    orange.succeeded(asked, clock.instant());
    String made = asked.notifToken().replace(asked.notifToken().charAt(0), 'z');
    VerifiedWebhook forged =
        hint(made, OrangeMoneyStandIn.notification("SUCCESS", made, "MP260921.1341.A00042"));

    // When
    handle(forged);

    // Then
    assertThat(confirmer().confirmDue()).isZero();
    assertThat(outcome(forged)).isEqualTo("ignored");
    assertThat(payment(asked.order()).orElseThrow().status()).isEqualTo("pending");
  }

  private String inquiry() {
    return jdbc.sql("select state || ' ' || verdict from inquiries where reference = ?")
        .param(asked.order())
        .query(String.class)
        .single();
  }

  private Confirmer confirmer() {
    ProviderApis apis =
        Apis.of(Apis.settings("orange_money", orange.uri(), "ci"), clock, Apis.secret(SECRET));
    Inquiries inquiries =
        ByHand.inquiries(template, orders, ledger, clock, new TransactionTemplate(manager));
    return new Confirmer(inquiries, orders, apis, feed, ByHand.SETTINGS, clock, Traces.none());
  }

  private Order order() {
    return new Order(
        "orange_money",
        Apis.ENDPOINT,
        asked.order(),
        asked.order(),
        "cust-" + asked.order(),
        "signaux-monthly",
        Money.of(asked.amount(), "XOF"),
        Contact.UNKNOWN,
        asked.payToken(),
        Tokens.sha256(asked.notifToken()),
        Order.State.OPEN,
        clock.instant());
  }

  /** As the gateway writes it: what tells the order is half of the token's hash. */
  private static VerifiedWebhook hint(String token, SignedWebhook posted) {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    String name = Tokens.sha256(token).substring(0, 32);
    return new VerifiedWebhook(
        Apis.ENDPOINT,
        "orange_money",
        name + ":" + UUID.randomUUID(),
        "notification",
        name,
        now,
        now,
        Provenance.webhook(Trust.HINT, Provenance.NO_SECRET),
        posted.body());
  }
}
