package io.octroi.subscription.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import io.octroi.subscription.period.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPolicyTest {
  private static final Instant PAID = Instant.parse("2026-03-01T10:00:00Z");
  private static final DisputedTime WON = new DisputedTime(at(1), at(2));
  private static final DisputedTime OPEN = new DisputedTime(at(3), null);

  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, 0, true, true, true",
    "PARTIALLY_REFUNDED, 49, true, true, false",
    "PARTIALLY_REFUNDED, 50, true, false, false",
    "PARTIALLY_REFUNDED, 99, true, false, false",
    "DISPUTED, 0, true, true, true",
    "DISPUTED, 50, true, false, false",
    "DISPUTED, 100, false, false, false",
    "PENDING, 0, false, false, false",
    "FAILED, 0, false, false, false",
    "REFUNDED, 100, false, false, false",
    "LOST, 0, false, false, false"
  })
  void a_status_and_what_went_back_count_as_the_policy_says(
      PaymentStatus status, long refunded, boolean lenient, boolean fromHalf, boolean fromAny) {
    // Given
    PaymentSnapshot payment = payment(status, refunded, List.of());

    // Then
    assertThat(counts(AccessPolicy.LENIENT, payment)).isEqualTo(lenient);
    assertThat(counts(policy(WhileDisputed.KEEP, "0.5"), payment)).isEqualTo(fromHalf);
    assertThat(counts(policy(WhileDisputed.KEEP, "0"), payment)).isEqualTo(fromAny);
  }

  @Test
  void a_hold_lasts_from_the_dispute_to_the_win() {
    // Given
    AccessPolicy hold = policy(WhileDisputed.HOLD, "0");

    // Then
    assertThat(hold.rule(payment(PaymentStatus.DISPUTED, 0, List.of(WON, OPEN))))
        .isEqualTo(in(new Span(at(1), at(2)), new Span(at(3), Instant.MAX)));
    assertThat(hold.rule(payment(PaymentStatus.SUCCEEDED, 0, List.of(WON))))
        .isEqualTo(in(new Span(at(1), at(2))));
    assertThat(hold.rule(payment(PaymentStatus.LOST, 0, List.of(WON)))).isEqualTo(new Ruling.Out());
  }

  @Test
  void without_credit_only_the_open_dispute_holds() {
    // Given
    AccessPolicy noCredit =
        new AccessPolicy(WhileDisputed.HOLD, OnPartialRefund.KEEP, BigDecimal.ZERO, false);

    // Then
    assertThat(noCredit.rule(payment(PaymentStatus.DISPUTED, 0, List.of(WON, OPEN))))
        .isEqualTo(in(new Span(at(3), Instant.MAX)));
    assertThat(noCredit.rule(payment(PaymentStatus.SUCCEEDED, 0, List.of(WON)))).isEqualTo(in());
  }

  @Test
  void who_keeps_members_while_disputed_holds_and_credits_nothing() {
    assertThat(AccessPolicy.LENIENT.rule(payment(PaymentStatus.DISPUTED, 0, List.of(WON, OPEN))))
        .isEqualTo(in());
    assertThat(AccessPolicy.LENIENT.rule(payment(PaymentStatus.SUCCEEDED, 0, List.of(WON))))
        .isEqualTo(in());
  }

  @Test
  void a_dispute_of_which_no_time_is_told_holds_all() {
    assertThat(policy(WhileDisputed.HOLD, "0").rule(payment(PaymentStatus.DISPUTED, 0, List.of())))
        .isEqualTo(new Ruling.Out());
  }

  private static Ruling in(Span... held) {
    return new Ruling.In(List.of(held));
  }

  private static boolean counts(AccessPolicy policy, PaymentSnapshot payment) {
    return policy.rule(payment) instanceof Ruling.In;
  }

  private static AccessPolicy policy(WhileDisputed whileDisputed, String share) {
    return new AccessPolicy(whileDisputed, OnPartialRefund.OUT, new BigDecimal(share), true);
  }

  private static Instant at(int day) {
    return PAID.plusSeconds(day * 86_400L);
  }

  private static PaymentSnapshot payment(
      PaymentStatus status, long refunded, List<DisputedTime> times) {
    @Nullable Instant paidAt = status == PaymentStatus.PENDING ? null : PAID;
    return new PaymentSnapshot(
        new UUID(0, 1),
        1,
        "stripe",
        "stripe-eu",
        "pi_1",
        "cust-1",
        "gold",
        Money.of(100, "EUR"),
        Money.of(refunded, "EUR"),
        status,
        paidAt,
        Contact.UNKNOWN,
        times.isEmpty() ? null : times);
  }
}
