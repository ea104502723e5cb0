package io.octroi.payment.payment;

import static io.octroi.payment.payment.Facts.at;
import static io.octroi.payment.payment.Facts.eur;
import static io.octroi.payment.payment.Facts.refund;
import static io.octroi.payment.payment.Facts.refundedTo;
import static io.octroi.payment.payment.Facts.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentFoldTest {

  @Test
  void nothing_known_is_pending() {
    PaymentState state = PaymentFold.fold(List.of());

    assertThat(state.status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(state.matched()).isFalse();
    assertThat(state.amount()).isNull();
  }

  @Test
  void a_success_outweighs_failures_before_and_after_it() {
    // When
    PaymentState state =
        fold(
            at(1, Facts.failed()),
            at(2, succeeded()),
            at(3, Facts.failed()),
            at(4, Facts.canceled()));

    // Then
    assertThat(state.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(state.paidAt()).isEqualTo(Facts.START.plusSeconds(2));
    assertThat(state.amount()).isEqualTo(eur(4900));
    assertThat(state.refunded()).isEqualTo(eur(0));
  }

  @Test
  void without_a_success_the_newest_word_counts() {
    assertThat(fold(at(1, Facts.failed()), at(2, Facts.pending())).status())
        .isEqualTo(PaymentStatus.PENDING);
    assertThat(fold(at(1, Facts.pending()), at(2, Facts.failed())).status())
        .isEqualTo(PaymentStatus.FAILED);
    assertThat(fold(at(2, Facts.pending()), at(2, Facts.failed())).status())
        .isEqualTo(PaymentStatus.FAILED);
  }

  @Test
  void what_was_given_up_stays_failed_whatever_follows_but_a_success() {
    assertThat(fold(at(1, Facts.canceled()), at(2, Facts.pending())).status())
        .isEqualTo(PaymentStatus.FAILED);
    assertThat(fold(at(1, Facts.canceled()), at(2, succeeded())).status())
        .isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void refunds_and_disputes_wait_for_the_success_they_follow_from() {
    // Given
    Evidence refunded = at(5, refundedTo(4900));
    Evidence disputed = at(6, Facts.opened("du_1"));

    // Then
    PaymentState before = fold(refunded, disputed);
    assertThat(before.status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(before.refunded()).isNull();
    assertThat(before.matched()).isFalse();
    assertThat(fold(refunded, disputed, at(1, succeeded())).status())
        .isEqualTo(PaymentStatus.DISPUTED);
  }

  @Test
  void refunds_add_up_and_never_exceed_what_was_paid() {
    assertThat(fold(at(1, succeeded()), at(2, refundedTo(1500))).status())
        .isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    PaymentState full =
        fold(
            at(1, succeeded()),
            at(2, refund("re_1", 1500, RefundStatus.SUCCEEDED)),
            at(3, refund("re_2", 3400, RefundStatus.SUCCEEDED)));
    assertThat(full.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(fold(at(1, succeeded()), at(2, refundedTo(9900))).refunded()).isEqualTo(eur(4900));
  }

  @Test
  void a_refund_told_twice_counts_once() {
    PaymentState state =
        fold(
            at(1, succeeded()),
            at(2, refundedTo(1500)),
            at(3, refund("re_1", 1500, RefundStatus.SUCCEEDED)),
            at(4, refund("re_1", 1500, RefundStatus.SUCCEEDED)));

    assertThat(state.refunded()).isEqualTo(eur(1500));
  }

  @Test
  void a_refund_that_failed_later_is_taken_off_the_total_that_held_it() {
    // Given
    Evidence total = at(2, refundedTo(4900));
    Evidence first = at(3, refund("re_1", 1500, RefundStatus.SUCCEEDED));
    Evidence second = at(4, refund("re_2", 3400, RefundStatus.SUCCEEDED));
    Evidence failure = at(9, refund("re_2", 3400, RefundStatus.FAILED));

    // Then
    PaymentState state = fold(at(1, succeeded()), total, first, second, failure);
    assertThat(state.refunded()).isEqualTo(eur(1500));
    assertThat(state.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(fold(at(1, succeeded()), at(2, refundedTo(3400)), failure).status())
        .isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void a_total_reported_after_a_failure_stands_as_it_is() {
    PaymentState state =
        fold(
            at(1, succeeded()),
            at(2, refundedTo(3400)),
            at(3, refund("re_1", 3400, RefundStatus.FAILED)),
            at(4, refundedTo(4900)));

    assertThat(state.status()).isEqualTo(PaymentStatus.REFUNDED);
  }

  @Test
  void totals_of_several_charges_add_up() {
    PaymentState state =
        fold(
            at(1, new Succeeded(eur(4900), AmountSource.INVOICE)),
            at(2, new RefundedTo("ch_1", eur(1000))),
            at(3, new RefundedTo("ch_1", eur(2000))),
            at(4, new RefundedTo("ch_2", eur(500))));

    assertThat(state.refunded()).isEqualTo(eur(2500));
  }

  @Test
  void a_pending_refund_moves_no_money() {
    assertThat(fold(at(1, succeeded()), at(2, refund("re_1", 4900, RefundStatus.PENDING))).status())
        .isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void a_won_dispute_leaves_what_was_before_it() {
    assertThat(
            fold(
                    at(1, succeeded()),
                    at(2, refundedTo(1000)),
                    at(3, Facts.opened("du_1")),
                    at(9, Facts.won("du_1")))
                .status())
        .isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(
            fold(at(1, succeeded()), at(3, Facts.opened("du_1")), at(4, Facts.won("du_2")))
                .status())
        .isEqualTo(PaymentStatus.DISPUTED);
  }

  @Test
  void the_times_of_disputes_are_told_from_the_first_event_to_the_first_won() {
    // Given: two overlapping disputes, each told twice; a third one is open, a fourth was lost
    PaymentState state =
        fold(
            at(1, succeeded()),
            at(3, Facts.opened("du_1")),
            at(4, Facts.opened("du_1")),
            at(9, Facts.won("du_1")),
            at(12, Facts.won("du_1")),
            at(7, Facts.opened("du_2")),
            at(11, Facts.won("du_2")),
            at(20, Facts.opened("du_3")),
            at(15, Facts.opened("du_4")),
            at(16, Facts.lost("du_4")));

    // Then
    assertThat(state.disputedTimes())
        .containsExactly(
            new DisputedTime(Facts.START.plusSeconds(3), Facts.START.plusSeconds(11)),
            new DisputedTime(Facts.START.plusSeconds(20), null));
    assertThat(DisputedTimes.read(DisputedTimes.write(state.disputedTimes())))
        .isEqualTo(state.disputedTimes());
  }

  @Test
  void a_lost_dispute_outweighs_everything() {
    assertThat(
            fold(
                    at(1, succeeded()),
                    at(2, refundedTo(4900)),
                    at(3, Facts.opened("du_1")),
                    at(4, Facts.lost("du_1")),
                    at(5, Facts.won("du_1")),
                    at(6, Facts.opened("du_2")))
                .status())
        .isEqualTo(PaymentStatus.LOST);
  }

  @Test
  void the_amount_is_the_most_complete_sources() {
    // Given
    Evidence collected = at(1, new Succeeded(eur(2000), AmountSource.PAYMENT));
    Evidence rest = at(2, new Succeeded(eur(2900), AmountSource.PAYMENT));
    Evidence invoice = at(3, new Succeeded(eur(4900), AmountSource.INVOICE));

    // Then
    assertThat(fold(collected, rest, invoice).amount()).isEqualTo(eur(4900));
    assertThat(fold(collected, rest).amount()).isEqualTo(eur(2900));
  }

  @Test
  void a_payment_of_nothing_is_paid_and_cannot_be_refunded() {
    PaymentState state =
        fold(at(1, new Succeeded(eur(0), AmountSource.CHECKOUT)), at(2, refundedTo(100)));

    assertThat(state.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(state.refunded()).isEqualTo(eur(0));
  }

  @Test
  void a_refund_in_another_currency_is_left_out_and_noted() {
    PaymentState state =
        fold(at(1, succeeded()), at(2, new RefundedTo("ch_1", Money.of(4900, "USD"))));

    assertThat(state.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(state.currenciesDiffer()).isTrue();
  }

  @Test
  void amounts_without_end_do_not_turn_round() {
    PaymentState state =
        fold(
            at(1, new Succeeded(eur(Long.MAX_VALUE), AmountSource.PAYMENT)),
            at(2, refund("re_1", Long.MAX_VALUE, RefundStatus.SUCCEEDED)),
            at(3, refund("re_2", Long.MAX_VALUE, RefundStatus.SUCCEEDED)));

    assertThat(state.status()).isEqualTo(PaymentStatus.REFUNDED);
  }

  private static PaymentState fold(Evidence... evidence) {
    return PaymentFold.fold(List.of(evidence));
  }
}
