package io.octroi.payment.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.AgreementStatus;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.PaymentAmended;
import io.octroi.contracts.PaymentStatus;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.PublishedEvents;
import io.octroi.payment.Seeds;
import io.octroi.payment.StripeWebhooks;
import io.octroi.payment.WorkerContext;
import io.octroi.payment.assignment.Assignment.Assigned;
import io.octroi.payment.assignment.Assignments;
import io.octroi.payment.payment.PaymentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger makes the payments again, whatever became of them. */
class RebuildIT extends WorkerContext {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private Rebuilds rebuilds;
  @Autowired private Assignments assignments;

  static LongStream seeds() {
    return Seeds.fresh(2);
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void a_healthy_system_shows_no_difference_and_nothing_is_told(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    for (int i = 0; i < 6; i++) {
      live(purchase(), random);
    }
    decided(purchase());
    long told = outboxPosition();

    // When
    Rebuild.View rebuilt = rebuild(false);

    // Then
    assertThat(rebuilt.differences()).as(Seeds.label(seed)).isEmpty();
    assertThat(rebuilt.differing()).isZero();
    assertThat(rebuilt.progress().unplaced()).isZero();
    assertThat(rebuilt.progress().replayed()).isPositive();
    assertThat(outboxPosition()).isEqualTo(told);
  }

  @Test
  void what_was_damaged_by_hand_is_named_and_mended() {
    // Given
    Damage damage = damage();
    long told = outboxPosition();

    // When
    Rebuild.View found = rebuild(false);
    long toldByDryRun = outboxPosition() - told;
    Rebuild.View mended = rebuild(true);
    Rebuild.View again = rebuild(false);

    // Then
    assertThat(found.differences()).containsAll(damage.expected());
    assertThat(found.differences())
        .anyMatch(
            d -> d.table().equals("payment_facts") && d.key().startsWith(id(damage.facts) + "/"));
    assertThat(toldByDryRun).isZero();
    assertThat(mended.mended())
        .as("%s", found.differences())
        .isEqualTo(new Rebuild.MendedView(7, 1, 1, 0));
    assertThat(again.differences()).isEmpty();
    assertThat(id(damage.row)).isEqualTo(damage.idOfRow);
    assertThat(payment(damage.status.intent()).orElseThrow().status()).isEqualTo("succeeded");
    assertThat(payment(damage.amount.intent()).orElseThrow().amount()).isEqualTo(4900);
    assertThat(payment(damage.contact.intent()).orElseThrow().email())
        .isEqualTo("payer@example.org");
    assertThat(rowsOf(damage.invented)).isZero();
    for (StripeWebhooks real : List.of(damage.status, damage.amount, damage.row, damage.gone)) {
      readersAreTold(real, PaymentStatus.SUCCEEDED);
    }
    readersAreTold(damage.invented, PaymentStatus.FAILED);
  }

  /** Purchases by what is wrong with them. */
  private record Damage(
      StripeWebhooks status,
      StripeWebhooks amount,
      StripeWebhooks facts,
      StripeWebhooks row,
      UUID idOfRow,
      StripeWebhooks reference,
      StripeWebhooks contact,
      StripeWebhooks gone,
      StripeWebhooks invented) {

    List<Difference> expected() {
      return List.of(
          new Difference("payments", stripe(status), "status", "disputed", "succeeded"),
          new Difference("payments", stripe(amount), "amount", "1", "4900"),
          new Difference("payments", stripe(row), "row", "-", "present"),
          new Difference("payments", stripe(contact), "email", "***", "***"),
          new Difference("payments", stripe(gone), "row", "-", "present"),
          new Difference("payments", stripe(invented), "row", "present", "-"),
          new Difference("payment_references", stripe(reference), "row", "-", "present"),
          new Difference(
              "payment_references", "stripe/pi_wrong" + reference.name(), "row", "present", "-"));
    }

    private static String stripe(StripeWebhooks purchase) {
      return "stripe/" + purchase.intent();
    }
  }

  private Damage damage() {
    StripeWebhooks row = paid();
    Damage damage =
        new Damage(paid(), paid(), paid(), row, id(row), paid(), paid(), paid(), purchase());
    set("status = 'disputed'", damage.status);
    set("amount = 1", damage.amount);
    set("email = 'thief@example.org'", damage.contact);
    jdbc.sql("delete from payment_facts where payment_id = ?").param(id(damage.facts)).update();
    jdbc.sql("delete from payments where id = ?").param(id(row)).update();
    jdbc.sql("update payment_references set reference = 'pi_wrong' || ? where reference = ?")
        .params(damage.reference.name(), damage.reference.intent())
        .update();
    UUID gone = id(damage.gone);
    for (String table : List.of("payment_references", "payment_facts")) {
      jdbc.sql("delete from " + table + " where payment_id = ?").param(gone).update();
    }
    jdbc.sql("delete from payments where id = ?").param(gone).update();
    invent(damage.invented);
    return damage;
  }

  private void set(String assignment, StripeWebhooks purchase) {
    assertThat(
            jdbc.sql("update payments set " + assignment + " where id = ?")
                .param(id(purchase))
                .update())
        .isEqualTo(1);
  }

  private long rowsOf(StripeWebhooks purchase) {
    return jdbc.sql("select count(*) from payments where reference = ?")
        .param(purchase.intent())
        .query(Long.class)
        .single();
  }

  @Test
  void who_is_who_and_agreements_are_mended_too() {
    // Given
    StripeWebhooks purchase = purchase();
    handleOneByOne(
        purchase.checkoutSubscribed(10),
        purchase.invoicePaid(11),
        purchase.subscription("updated", "active", 13));
    assertThat(
            jdbc.sql("update identities set identity = '{}' where subject = ?")
                .param(purchase.subscription())
                .update())
        .isEqualTo(1);
    assertThat(
            jdbc.sql("delete from agreements where agreement = ?")
                .param(purchase.subscription())
                .update())
        .isEqualTo(1);

    // When
    Rebuild.View found = rebuild(false);
    rebuild(true);

    // Then
    assertThat(found.differences())
        .containsExactlyInAnyOrder(
            new Difference(
                "identities", "stripe/" + purchase.subscription(), "row", "-", "present"),
            new Difference(
                "agreements", "stripe/" + purchase.subscription(), "row", "-", "present"));
    assertThat(rebuild(false).differences()).isEmpty();
    await()
        .untilAsserted(() ->
            assertThat(PublishedEvents.of(purchase.customer()).getLast())
                .isInstanceOfSatisfying(
                    AgreementUpdated.class,
                    event -> assertThat(event.status()).isEqualTo(AgreementStatus.ACTIVE)));
  }

  @Test
  void a_webhook_after_the_mending_is_entered_as_ever() {
    // Given
    StripeWebhooks purchase = paid();
    jdbc.sql("update payments set status = 'disputed' where id = ?").param(id(purchase)).update();
    rebuild(true);

    // When
    handle(purchase.refundedTo(4900, 100));

    // Then
    assertThat(payment(purchase.intent()).orElseThrow().status()).isEqualTo("refunded");
    assertThat(rebuild(false).differences()).isEmpty();
  }

  /** The last that readers hear of the customer's only payment. */
  private static void readersAreTold(StripeWebhooks purchase, PaymentStatus status) {
    await()
        .untilAsserted(() ->
            assertThat(PublishedEvents.of(purchase.customer()).getLast())
                .isInstanceOfSatisfying(
                    PaymentAmended.class,
                    event -> {
                      assertThat(event.payment().version()).isGreaterThan(1);
                      assertThat(event.payment().status()).isEqualTo(status);
                    }));
  }

  /** A row that no webhook stands behind, as readers would know it. */
  private void invent(StripeWebhooks purchase) {
    jdbc.sql(
            """
            insert into payments (
                id, version, published, provider, reference, reference_kind, endpoint, matched,
                currencies_differ, status, currency, amount, refunded, paid_at, customer_id,
                plan_code, created_at, updated_at)
            values (gen_random_uuid(), 1, true, 'stripe', ?, 'payment', 'stripe', true, false,
                    'succeeded', 'EUR', 4900, 0, now(), ?, 'signaux-monthly', now(), now())
            """)
        .params(purchase.intent(), purchase.customer())
        .update();
  }

  private StripeWebhooks paid() {
    StripeWebhooks purchase = purchase();
    handleOneByOne(purchase.intent("succeeded", 9), purchase.checkoutPaid(10));
    return purchase;
  }

  private UUID id(StripeWebhooks purchase) {
    return payment(purchase.intent()).orElseThrow().id();
  }

  private void live(StripeWebhooks purchase, RandomGenerator random) {
    List<VerifiedWebhook> events =
        new ArrayList<>(
            List.of(
                purchase.intent("payment_failed", 2),
                purchase.chargeSucceeded(8),
                purchase.intent("succeeded", 9),
                purchase.checkoutSubscribed(10),
                purchase.invoicePaid(11),
                purchase.invoicePaidBy(12),
                purchase.subscription("updated", "active", 13),
                purchase.refundedTo(1000, 100),
                purchase.dispute("created", "needs_response", 300),
                purchase.dispute("closed", "won", 500)));
    List<VerifiedWebhook> arriving = Seeds.shuffledWithDuplicates(events, random);
    while (!arriving.isEmpty()) {
      int size = Math.min(arriving.size(), random.nextInt(1, 5));
      handle(List.copyOf(arriving.subList(0, size)));
      arriving = arriving.subList(size, arriving.size());
    }
  }

  /** A payment that an operator gave to somebody before the rest of its webhooks came. */
  private void decided(StripeWebhooks purchase) {
    handle(purchase.invoicePaid(11));
    PaymentId id = new PaymentId(payment(purchase.invoice()).orElseThrow().id());
    assertThat(assignments.assign(id, purchase.customer(), "signaux-monthly", "asked by phone"))
        .isInstanceOf(Assigned.class);
    handle(purchase.invoicePaidBy(12), purchase.intent("succeeded", 9));
  }

  private long outboxPosition() {
    return jdbc.sql(
            "select coalesce(last_value, 0) from pg_sequences where sequencename = 'outbox_id_seq'"
                + " and schemaname = 'payments'")
        .query(Long.class)
        .single();
  }

  private Rebuild.View rebuild(boolean apply) {
    Rebuild rebuild = rebuilds.begin(apply).orElseThrow();
    await().atMost(PATIENCE).until(() -> !rebuild.isRunning());
    Rebuild.View view = rebuild.view();
    assertThat(view.failure()).isNull();
    return view;
  }
}
