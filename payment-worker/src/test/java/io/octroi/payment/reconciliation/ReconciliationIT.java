package io.octroi.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.PaymentEvent.PaymentAmended;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.PublishedEvents;
import io.octroi.payment.ReconciledWorker;
import io.octroi.payment.StripeWebhooks;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger against the payments, in a real database, asked for over the management port. */
class ReconciliationIT extends ReconciledWorker {
  @Test
  void what_every_webhook_came_to_is_found_in_order() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook paid = purchase.checkoutPaid(10);
    handleOneByOne(purchase.intent("succeeded", 9), paid, purchase.refundedTo(1000, 100));

    // When
    JsonNode run = reconcile();

    // Then
    assertThat(run.path("checks").valueStream().map(c -> c.path("check").asString()))
        .containsExactlyInAnyOrder(
            "ledger_against_payments", "payments_against_ledger", "providers_against_ledger");
    assertThat(run.path("checks").valueStream())
        .filteredOn(c -> c.path("check").asString().contains("payments"))
        .allMatch(c -> c.path("looked_at").asLong() > 0);
    assertThat(run.path("checks").valueStream().anyMatch(c -> c.has("failure"))).isFalse();
    assertThat(findingsOf(subject(paid), id(purchase).toString())).isEmpty();
  }

  @Test
  void evidence_that_is_gone_is_found_from_both_sides_and_resolved_when_it_is_back()
      throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook paid = purchase.checkoutPaid(10);
    handle(paid);
    UUID payment = id(purchase);
    jdbc.sql("create table saved_facts as select * from payment_facts where payment_id = ?")
        .param(payment)
        .update();
    jdbc.sql("delete from payment_facts where payment_id = ?").param(payment).update();

    // When
    reconcile();

    // Then
    assertThat(findingsOf(subject(paid), payment.toString()))
        .containsExactlyInAnyOrder("webhook_without_effect open", "payment_without_webhook open");

    // When: a person looked at one of them
    jdbc.sql("update findings set state = 'resolved', resolved_at = now() where subject = ?")
        .param(payment.toString())
        .update();
    reconcile();

    // Then
    assertThat(findingsOf(subject(paid), payment.toString()))
        .containsExactlyInAnyOrder(
            "webhook_without_effect open", "payment_without_webhook resolved");

    // When
    jdbc.sql("insert into payment_facts select * from saved_facts").update();
    jdbc.sql("drop table saved_facts").update();
    reconcile();

    // Then
    assertThat(findingsOf(subject(paid), payment.toString()))
        .containsExactlyInAnyOrder(
            "webhook_without_effect resolved", "payment_without_webhook resolved");
  }

  @Test
  void a_payment_that_nothing_tells_of_is_found() throws Exception {
    // Given
    UUID invented = UUID.randomUUID();
    jdbc.sql(
            """
            insert into payments (
                id, version, published, provider, reference, reference_kind, endpoint, matched,
                currencies_differ, status, created_at, updated_at)
            values (?, 1, false, 'stripe', ?, 'payment', 'stripe', true, false, 'failed', now(),
                    now())
            """)
        .params(invented, "pi_" + invented)
        .update();

    try {
      // When
      reconcile();

      // Then
      assertThat(findingsOf(invented.toString())).containsExactly("payment_without_webhook open");
    } finally {
      jdbc.sql("delete from payments where id = ?").param(invented).update();
    }
  }

  @Test
  void what_was_told_is_listed_in_pages_without_whose_it_is() throws Exception {
    // Given
    StripeWebhooks told = purchase();
    StripeWebhooks ofNobody = purchase();
    handle(told.checkoutPaid(10));
    handle(ofNobody.invoicePaid(11));
    UUID id = id(told);

    // When
    String list = get("/operations/reconciliation/payments?limit=1&after=" + before(id));

    // Then
    JsonNode items = JsonMapper.shared().readTree(list).path("items");
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.path(0).path("payment_id").asString()).isEqualTo(id.toString());
    assertThat(items.path(0).path("version").asLong()).isEqualTo(1);
    assertThat(items.path(0).path("status").asString()).isEqualTo("succeeded");
    assertThat(items.path(0).path("updated_at").asString()).startsWith("20").endsWith("Z");
    assertThat(items.path(0).path("digest").asString()).matches("[0-9a-f]{64}");
    assertThat(list).doesNotContain(told.customer());
    UUID nobodys = payment(ofNobody.invoice()).orElseThrow().id();
    assertThat(get("/operations/reconciliation/payments?after=" + before(nobodys)))
        .doesNotContain(nobodys.toString());
  }

  @Test
  void readers_are_told_again_of_the_whole_state() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.checkoutPaid(10));
    UUID id = id(purchase);

    // When
    HttpResponse<String> answer = post("/operations/payments/" + id + "/retelling");
    HttpResponse<String> unknown = post("/operations/payments/" + UUID.randomUUID() + "/retelling");

    // Then
    assertThat(answer.body()).isEqualTo("{\"outcome\":\"told\"}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    await()
        .untilAsserted(() ->
            assertThat(PublishedEvents.of(purchase.customer()).getLast())
                .isInstanceOfSatisfying(
                    PaymentAmended.class,
                    event -> assertThat(event.payment().version()).isEqualTo(2)));
  }

  private static String subject(VerifiedWebhook webhook) {
    return webhook.endpoint() + "/" + webhook.eventId();
  }

  private UUID id(StripeWebhooks purchase) {
    return payment(purchase.intent()).orElseThrow().id();
  }

  /** The id right before it. */
  private static UUID before(UUID id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
  }
}
