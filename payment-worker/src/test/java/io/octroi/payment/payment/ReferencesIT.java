package io.octroi.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.payment.WorkerContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ReferencesIT extends WorkerContext {
  @Autowired private Payments payments;
  @Autowired private TransactionTemplate unit;

  @Test
  void the_kind_of_a_name_does_not_hang_on_who_named_it_first() {
    // Given: an order is known under the very id that its provider gives the payment
    String orderFirst = "order-" + UUID.randomUUID();
    String paymentFirst = "order-" + UUID.randomUUID();

    // When, and taken back: no webhook explains these payments to whoever rebuilds
    unit.executeWithoutResult(all -> {
      resolve(ReferenceKind.CHECKOUT, orderFirst);
      resolve(ReferenceKind.PAYMENT, orderFirst);
      resolve(ReferenceKind.PAYMENT, paymentFirst);
      resolve(ReferenceKind.CHECKOUT, paymentFirst);

      // Then
      assertThat(kind(orderFirst)).isEqualTo("payment");
      assertThat(kind(paymentFirst)).isEqualTo("payment");
      all.setRollbackOnly();
    });
  }

  private void resolve(ReferenceKind kind, String value) {
    payments.resolve(List.of(List.of(new Reference("orange_money", kind, value))));
  }

  private String kind(String value) {
    return jdbc.sql("select kind from payment_references where reference = ?")
        .param(value)
        .query(String.class)
        .single();
  }
}
