package io.octroi.subscription.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MismatchTest {
  private static final UUID ID = new UUID(1, 2);
  private static final String DIGEST = "as told";
  private static final Instant THEN = Instant.parse("2026-02-03T10:15:30Z");

  @Test
  void what_is_paid_and_has_its_period_is_right() {
    assertThat(Mismatch.between(listed(3, PaymentStatus.SUCCEEDED), known(3, true))).isEmpty();
    assertThat(Mismatch.between(listed(3, PaymentStatus.REFUNDED), known(3, false))).isEmpty();
  }

  @Test
  void what_policy_decides_is_right_either_way() {
    for (boolean period : new boolean[] {true, false}) {
      assertThat(Mismatch.between(listed(3, PaymentStatus.DISPUTED), known(3, period))).isEmpty();
      assertThat(Mismatch.between(listed(3, PaymentStatus.PARTIALLY_REFUNDED), known(3, period)))
          .isEmpty();
    }
    assertThat(
            Mismatch.between(
                listed(3, PaymentStatus.SUCCEEDED),
                new KnownPayment(ID, 3, false, true, false, false, THEN, DIGEST)))
        .as("held")
        .isEmpty();
  }

  @Test
  void what_was_never_heard_of_matters_where_it_may_grant() {
    assertThat(Mismatch.between(listed(1, PaymentStatus.SUCCEEDED), null))
        .contains(Mismatch.PAYMENT_NOT_TAKEN_IN);
    assertThat(Mismatch.between(listed(1, PaymentStatus.PENDING), null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void an_older_version_is_behind_whatever_the_status(PaymentStatus status) {
    assertThat(Mismatch.between(listed(4, status), known(3, true)))
        .contains(Mismatch.PAYMENT_NOT_TAKEN_IN);
  }

  @Test
  void a_period_needs_a_payment() {
    assertThat(Mismatch.between(null, known(3, true))).contains(Mismatch.PERIOD_WITHOUT_PAYMENT);
    assertThat(Mismatch.between(null, known(3, false))).isEmpty();
    assertThat(Mismatch.between(listed(3, PaymentStatus.LOST), known(3, true)))
        .contains(Mismatch.PERIOD_WITHOUT_PAYMENT);
  }

  @Test
  void a_payment_needs_its_period() {
    assertThat(Mismatch.between(listed(3, PaymentStatus.SUCCEEDED), known(3, false)))
        .contains(Mismatch.PAYMENT_WITHOUT_PERIOD);
  }

  @Test
  void what_is_kept_is_what_was_told() {
    ListedPayment told = new ListedPayment(ID, 3, PaymentStatus.SUCCEEDED, THEN, "another");
    ListedPayment silent = new ListedPayment(ID, 3, PaymentStatus.SUCCEEDED, THEN, "");

    assertThat(Mismatch.between(told, known(3, true))).contains(Mismatch.PAYMENT_KEPT_OTHERWISE);
    assertThat(Mismatch.between(told, known(4, true))).as("news on its way").isEmpty();
    assertThat(Mismatch.between(silent, known(3, true))).isEmpty();
  }

  private static ListedPayment listed(long version, PaymentStatus status) {
    return new ListedPayment(ID, version, status, THEN, DIGEST);
  }

  private static KnownPayment known(long version, boolean period) {
    return new KnownPayment(ID, version, false, false, false, period, THEN, DIGEST);
  }
}
