package io.octroi.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferenceComponentsTest {
  private static final Reference SESSION = new Reference("p", ReferenceKind.CHECKOUT, "cs_1");
  private static final Reference INTENT = new Reference("p", ReferenceKind.PAYMENT, "pi_1");
  private static final Reference CHARGE = new Reference("p", ReferenceKind.CHARGE, "ch_1");
  private static final Reference OTHER = new Reference("p", ReferenceKind.PAYMENT, "pi_2");
  private static final PaymentId ONE = new PaymentId(new UUID(1, 1));
  private static final PaymentId TWO = new PaymentId(new UUID(2, 2));

  @Test
  void groups_that_share_a_name_are_one_payment() {
    // When
    ReferenceComponents components =
        ReferenceComponents.of(
            List.of(List.of(SESSION, INTENT), List.of(OTHER), List.of(CHARGE, INTENT)), Map.of());

    // Then
    assertThat(components.all()).hasSize(2);
    assertThat(components.componentOf(SESSION).references())
        .containsExactly(CHARGE, SESSION, INTENT);
    assertThat(components.componentOf(OTHER).payments()).isEmpty();
  }

  @Test
  void groups_that_are_known_for_one_payment_are_one() {
    // When
    ReferenceComponents components =
        ReferenceComponents.of(
            List.of(List.of(SESSION), List.of(CHARGE)), Map.of(SESSION, ONE, CHARGE, ONE));

    // Then
    assertThat(components.all()).hasSize(1);
    assertThat(components.componentOf(CHARGE).payments()).containsExactly(ONE);
  }

  @Test
  void a_group_that_connects_two_payments_knows_both() {
    // When
    ReferenceComponents components =
        ReferenceComponents.of(
            List.of(List.of(SESSION, INTENT, CHARGE)), Map.of(SESSION, TWO, CHARGE, ONE));

    // Then
    assertThat(components.componentOf(INTENT).payments()).containsExactly(ONE, TWO);
  }

  @Test
  void the_name_tells_references_apart_and_the_kind_does_not() {
    assertThat(new Reference("p", ReferenceKind.CHARGE, "x"))
        .isEqualTo(new Reference("p", ReferenceKind.PAYMENT, "x"))
        .hasSameHashCodeAs(new Reference("p", ReferenceKind.PAYMENT, "x"))
        .isNotEqualTo(new Reference("q", ReferenceKind.CHARGE, "x"));
  }
}
