package io.octroi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.octroi.contracts.VerifiedWebhook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database sees of a batch, and what it refuses. */
class SetWiseIT extends WorkerContext {

  @Test
  void a_batch_of_many_payments_is_entered_whole() {
    // Given
    List<StripeWebhooks> purchases = new ArrayList<>();
    List<VerifiedWebhook> batch = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      StripeWebhooks purchase = purchase();
      purchases.add(purchase);
      batch.add(purchase.checkoutPaid(10));
      batch.add(purchase.refundedTo(4900, 20));
    }

    // When
    handle(batch);

    // Then
    assertThat(purchases)
        .allSatisfy(purchase ->
            assertThat(payment(purchase.charge()).orElseThrow().status()).isEqualTo("refunded"));
  }

  @Test
  void the_number_of_statements_does_not_grow_with_the_batch() {
    // Given
    List<VerifiedWebhook> large = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      large.addAll(everything(purchase()));
    }

    // When
    long forOne = statements(everything(purchase()));
    long forMany = statements(large);

    // Then
    assertThat(forOne).isPositive();
    assertThat(forMany).isEqualTo(forOne);
  }

  private static List<VerifiedWebhook> everything(StripeWebhooks purchase) {
    return List.of(
        purchase.intent("succeeded", 9),
        purchase.checkoutSubscribed(10),
        purchase.invoicePaid(11),
        purchase.invoicePaidBy(12),
        purchase.refundedTo(4900, 20),
        purchase.subscription("deleted", "canceled", 30));
  }

  private long statements(List<VerifiedWebhook> batch) {
    Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    String here = Thread.currentThread().getName();
    log.start();
    statements.setLevel(Level.DEBUG);
    statements.addAppender(log);
    try {
      handle(batch);
    } finally {
      statements.setLevel(null);
      statements.detachAppender(log);
    }
    return List.copyOf(log.list).stream()
        .filter(event -> event.getThreadName().equals(here))
        .filter(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
        .count();
  }

  @Test
  void illegal_states_are_refused() {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.checkoutPaid(10));

    // Then
    refused(purchase, "paid_at = null");
    refused(purchase, "amount = null, currency = null");
    refused(purchase, "refunded = amount + 1");
    refused(purchase, "refunded = 1");
    refused(purchase, "status = 'refunded'");
    refused(purchase, "status = 'partially_refunded'");
    refused(purchase, "status = 'pending'");
    refused(purchase, "status = 'teleported'");
    refused(purchase, "customer_id = null");
    refused(purchase, "currency = 'eur'");
    refused(purchase, "merged_into = id");
    refused(purchase, "version = 0");
  }

  private void refused(StripeWebhooks purchase, String change) {
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(status ->
                jdbc.sql(
                        "update payments set "
                            + change
                            + " where id = (select payment_id from payment_references"
                            + " where reference = ?)")
                    .param(purchase.session())
                    .update()))
        .as(change)
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
