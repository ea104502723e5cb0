package io.octroi.notifier.delivery;

import static io.octroi.contracts.SubscriptionStatus.ACTIVE;
import static io.octroi.contracts.SubscriptionStatus.EXPIRED;
import static io.octroi.notifier.NotificationExamples.ENDS_AT;
import static io.octroi.notifier.NotificationExamples.NOW;
import static io.octroi.notifier.NotificationExamples.PAYMENT;
import static io.octroi.notifier.NotificationExamples.PLAN;
import static io.octroi.notifier.NotificationExamples.limits;
import static io.octroi.notifier.NotificationExamples.payment;
import static io.octroi.notifier.NotificationExamples.reversedState;
import static io.octroi.notifier.NotificationExamples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentStatus;
import io.octroi.notifier.NotificationExamples;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.payment.PaymentState;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StaleEffectsTest {
  private static final StaleEffects STALE = new StaleEffects(limits(Duration.ofDays(40)));
  private static final SubscriptionState ACTIVE_AS_TOLD = state(5, ACTIVE, ENDS_AT);
  private static final SubscriptionState RENEWED = state(6, ACTIVE, ENDS_AT.plusSeconds(1));
  private static final SubscriptionState EXPIRED_SINCE = state(6, EXPIRED, ENDS_AT);

  @ParameterizedTest
  @EnumSource(names = {"REMINDER", "ACTIVATION_CONFIRMED", "RENEWAL_CONFIRMED", "ACCESS_REOPENED"})
  void what_is_still_true_is_sent(NotificationKind kind) {
    assertThat(verdict(DeliveryAction.EMAIL, kind, ACTIVE_AS_TOLD, NOW)).isEmpty();
  }

  @Test
  void a_reminder_is_dropped_once_access_is_over_or_its_end_moved() {
    assertThat(verdict(DeliveryAction.EMAIL, NotificationKind.REMINDER, ACTIVE_AS_TOLD, ENDS_AT))
        .contains("access_over");
    assertThat(verdict(DeliveryAction.EMAIL, NotificationKind.REMINDER, EXPIRED_SINCE, NOW))
        .contains("access_over");
    assertThat(verdict(DeliveryAction.EMAIL, NotificationKind.REMINDER, RENEWED, NOW))
        .contains("period_changed");
  }

  @ParameterizedTest
  @EnumSource(names = {"TELEGRAM_REMOVAL", "EMAIL"})
  void an_end_is_dropped_when_a_newer_event_opened_access_again(DeliveryAction action) {
    SubscriptionState asTold = state(5, EXPIRED, ENDS_AT);

    assertThat(verdict(action, NotificationKind.ACCESS_ENDED, asTold, ENDS_AT)).isEmpty();
    assertThat(verdict(action, NotificationKind.ACCESS_ENDED, RENEWED, ENDS_AT))
        .contains("active_again");
  }

  @Test
  void old_links_are_revoked_even_when_access_opened_again() {
    assertThat(
            verdict(
                DeliveryAction.TELEGRAM_REVOCATION,
                NotificationKind.ACCESS_ENDED,
                RENEWED,
                ENDS_AT))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TELEGRAM_INVITATION", "EMAIL_LINK"})
  void nobody_is_invited_into_what_is_over(DeliveryAction action) {
    NotificationKind kind = NotificationKind.ACTIVATION_CONFIRMED;

    assertThat(verdict(action, kind, ACTIVE_AS_TOLD, ENDS_AT.minusSeconds(1))).isEmpty();
    assertThat(verdict(action, kind, ACTIVE_AS_TOLD, ENDS_AT)).contains("access_over");
    assertThat(verdict(action, kind, EXPIRED_SINCE, NOW)).contains("access_over");
  }

  @Test
  void a_payment_is_confirmed_after_access_is_over_but_not_when_it_went_back() {
    NotificationKind kind = NotificationKind.ACTIVATION_CONFIRMED;

    assertThat(verdict(DeliveryAction.EMAIL, kind, EXPIRED_SINCE, ENDS_AT)).isEmpty();
    assertThat(verdict(DeliveryAction.EMAIL, kind, reversedState(6), NOW))
        .contains("payment_reversed");
  }

  @Test
  void what_is_too_old_is_no_longer_told_unless_it_still_opens_something() {
    Instant late = NOW.plus(Duration.ofDays(41));
    SubscriptionState open = state(5, ACTIVE, late.plusSeconds(1));

    assertThat(verdict(DeliveryAction.EMAIL, NotificationKind.RENEWAL_CONFIRMED, open, late))
        .contains("too_old");
    assertThat(verdict(DeliveryAction.EMAIL, NotificationKind.ACTIVATION_CONFIRMED, open, late))
        .isEmpty();
    assertThat(
            verdict(
                DeliveryAction.EMAIL,
                NotificationKind.ACTIVATION_CONFIRMED,
                state(5, ACTIVE, late),
                late))
        .contains("too_old");
  }

  @Test
  void a_failure_is_told_only_while_nothing_has_made_up_for_it() {
    PaymentState failed = payment(2, PaymentStatus.FAILED, null, null);
    PaymentState paid = payment(3, PaymentStatus.SUCCEEDED, null, NOW);
    PaymentState withdrawn = paid.join(payment(4, PaymentStatus.FAILED, null, null));

    assertThat(ofPayment(NotificationKind.PAYMENT_FAILED, null, failed, false)).isEmpty();
    assertThat(ofPayment(NotificationKind.PAYMENT_FAILED, null, failed, true))
        .contains("paid_since");
    assertThat(ofPayment(NotificationKind.PAYMENT_FAILED, null, paid, false))
        .contains("no_longer_failed");
    assertThat(ofPayment(NotificationKind.PAYMENT_FAILED, null, withdrawn, false))
        .contains("no_longer_failed");
  }

  @Test
  void of_two_refunds_only_the_one_with_the_present_total_is_told() {
    Money ten = Money.of(1000, "EUR");
    Money twenty = Money.of(2000, "EUR");
    PaymentState payment = payment(4, PaymentStatus.PARTIALLY_REFUNDED, twenty, NOW);

    assertThat(ofPayment(NotificationKind.REFUND, ten, payment, true)).contains("refund_changed");
    assertThat(ofPayment(NotificationKind.REFUND, twenty, payment, true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DISPUTED,           '', dispute_not_won, dispute_not_lost",
    "SUCCEEDED,          dispute_over, '', dispute_not_lost",
    "PARTIALLY_REFUNDED, dispute_over, '', dispute_not_lost",
    "LOST,               dispute_over, dispute_not_won, ''"
  })
  void of_a_dispute_only_where_it_stands_is_told(
      PaymentStatus status, String opened, String won, String lost) {
    PaymentState payment =
        new PaymentState(PAYMENT, 5, "cus_1", PLAN, status, null, null, NOW, true, 1, false);

    assertThat(ofPayment(NotificationKind.DISPUTE_OPENED, null, payment, false).orElse(""))
        .isEqualTo(opened);
    assertThat(ofPayment(NotificationKind.DISPUTE_WON, null, payment, false).orElse(""))
        .isEqualTo(won);
    assertThat(ofPayment(NotificationKind.DISPUTE_LOST, null, payment, false).orElse(""))
        .isEqualTo(lost);
  }

  @Test
  void of_a_payment_that_another_stands_for_nothing_is_told() {
    PaymentState merged =
        PaymentState.of(new PaymentEvent.PaymentMerged(NOW, PAYMENT, 3, "cus_1", new UUID(7, 4)));

    assertThat(ofPayment(NotificationKind.PAYMENT_FAILED, null, merged, false))
        .contains("payment_merged");
  }

  private static Optional<String> ofPayment(
      NotificationKind kind, @Nullable Money refunded, PaymentState payment, boolean paidSince) {
    return STALE.reasonToDrop(
        DeliveryAction.EMAIL,
        NotificationExamples.ofPayment(kind, Money.of(4900, "EUR"), refunded),
        new Known(null, payment, paidSince, null),
        NOW);
  }

  private static Optional<String> verdict(
      DeliveryAction action, NotificationKind kind, SubscriptionState state, Instant now) {
    return STALE.reasonToDrop(action, NotificationExamples.of(kind), Known.of(state), now);
  }
}
