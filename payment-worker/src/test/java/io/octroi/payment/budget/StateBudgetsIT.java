package io.octroi.payment.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.stateage.StateAges;
import io.octroi.payment.StripeWebhooks;
import io.octroi.payment.WorkerContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StateBudgetsIT extends WorkerContext {
  @Autowired private StateAges ages;
  @Autowired private MeterRegistry metrics;

  @Test
  void a_payment_stranded_though_nothing_failed_is_a_finding_until_it_moves_on() {
    // Given: the provider began, and its end is never told
    StripeWebhooks purchase = purchase();
    handle(purchase.intent("processing", 5));
    UUID id = payment(purchase.intent()).orElseThrow().id();
    jdbc.sql("update payments set created_at = created_at - interval '8 days' where id = ?")
        .param(id)
        .update();

    // When
    ages.check();

    // Then
    assertThat(finding("payment.pending:" + id)).hasSize(1).first().asString().contains("explain");
    assertThat(
            metrics.get("octroi.state.oldest.age").tag("state", "payment.pending").gauge().value())
        .isGreaterThan(7 * 86_400.0);

    // When
    handle(purchase.intent("succeeded", 9));
    ages.check();

    // Then
    assertThat(finding("payment.pending:" + id)).isEmpty();
  }

  @Test
  void money_that_nobody_is_known_for_is_a_finding_soon() {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.intent("succeeded", 5));
    UUID id = payment(purchase.intent()).orElseThrow().id();
    jdbc.sql("update payments set created_at = created_at - interval '20 minutes' where id = ?")
        .param(id)
        .update();

    // When
    ages.check();

    // Then
    assertThat(finding("payment.unassigned:" + id)).hasSize(1);

    // When
    handle(purchase.checkoutPaid(10));
    ages.check();

    // Then
    assertThat(finding("payment.unassigned:" + id)).isEmpty();
  }

  @Test
  void a_refund_whose_payment_is_never_heard_of_is_a_finding() {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.refundedTo(1000, 100));
    jdbc.sql(
            """
            update ledger set recorded_at = recorded_at - interval '2 hours'
             where event_id like '%' || ?
            """)
        .param(purchase.name())
        .update();

    // When
    ages.check();

    // Then
    List<String> subjects =
        jdbc.sql(
                """
                select subject from findings
                 where state = 'open' and subject like 'webhook.unmatched:%' || ?
                """)
            .param(purchase.name())
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(subjects).hasSize(1);
  }

  @Test
  void every_state_that_is_not_the_last_has_an_age() {
    for (String state :
        List.of(
            "payment.pending",
            "payment.unassigned",
            "payment.disputed",
            "webhook.unmatched",
            "inquiry.open",
            "inquiry.mismatch",
            "order.open",
            "outbox.unpublished",
            "dead_letter.open")) {
      assertThat(metrics.find("octroi.state.oldest.age").tag("state", state).gauge())
          .as(state)
          .isNotNull();
    }
  }

  /** The remedies of what is found and open. */
  private List<String> finding(String subject) {
    return jdbc.sql(
            """
            select remedy from findings
             where condition = 'state_over_budget' and subject = ? and state = 'open'
            """)
        .param(subject)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
