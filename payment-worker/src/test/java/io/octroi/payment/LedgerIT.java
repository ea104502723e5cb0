package io.octroi.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import org.junit.jupiter.api.Test;

class LedgerIT extends WorkerContext {

  @Test
  void the_same_bytes_again_change_nothing() {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook paid = purchase.checkoutPaid(10);

    // When
    handle(paid, paid);
    Row first = payment(purchase.session()).orElseThrow();
    handle(paid);

    // Then
    assertThat(payment(purchase.session())).contains(first);
    assertThat(conflicts(paid)).isZero();
  }

  @Test
  void the_same_id_with_other_bytes_is_kept_aside_and_changes_nothing() {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook paid = purchase.checkoutPaid(10);
    VerifiedWebhook other = StripeWebhooks.withOtherBytes(paid);

    // When
    handle(paid, other);
    handle(other);

    // Then
    assertThat(payment(purchase.session()).orElseThrow().amount()).isEqualTo(4900);
    assertThat(conflicts(paid)).isEqualTo(1);
    assertThat(
            jdbc.sql("select body from ledger where event_id = ?")
                .param(paid.eventId())
                .query(byte[].class)
                .single())
        .isEqualTo(paid.body());
  }

  @Test
  void hints_strangers_and_the_unreadable_are_kept_and_move_nothing() {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook paid = purchase.checkoutPaid(10);
    VerifiedWebhook hint = as(purchase.intent("succeeded", 1), "stripe", Trust.HINT);
    VerifiedWebhook stranger = as(purchase.chargeSucceeded(2), "unheard-of", Trust.SIGNED);
    VerifiedWebhook unreadable =
        purchase.event("refund.updated", 3, "{\"id\":\"re_1\",\"object\":\"refund\"}");
    VerifiedWebhook nothing = purchase.event("product.created", 4, "{\"object\":\"product\"}");

    // When
    handle(hint, stranger, unreadable, nothing, paid);

    // Then
    assertThat(outcome(hint)).isEqualTo("ignored");
    assertThat(outcome(stranger)).isEqualTo("no_translator");
    assertThat(outcome(unreadable)).isEqualTo("unreadable");
    assertThat(outcome(nothing)).isEqualTo("ignored");
    assertThat(outcome(paid)).isEqualTo("applied");
    assertThat(payment(purchase.charge())).isEmpty();
  }

  private int conflicts(VerifiedWebhook webhook) {
    return jdbc.sql("select count(*) from ledger_conflicts where event_id = ?")
        .param(webhook.eventId())
        .query(Integer.class)
        .single();
  }

  private static VerifiedWebhook as(VerifiedWebhook webhook, String provider, Trust trust) {
    return new VerifiedWebhook(
        webhook.endpoint(),
        provider,
        webhook.eventId(),
        webhook.eventType(),
        webhook.orderingKey(),
        webhook.occurredAt(),
        webhook.receivedAt(),
        Provenance.webhook(trust, webhook.provenance().secretVersion()),
        webhook.body());
  }
}
