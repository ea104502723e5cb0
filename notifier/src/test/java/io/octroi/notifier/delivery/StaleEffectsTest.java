package io.octroi.notifier.delivery;

import static io.octroi.contracts.SubscriptionStatus.ACTIVE;
import static io.octroi.contracts.SubscriptionStatus.EXPIRED;
import static io.octroi.notifier.NotificationExamples.ENDS_AT;
import static io.octroi.notifier.NotificationExamples.NOW;
import static io.octroi.notifier.NotificationExamples.reversedState;
import static io.octroi.notifier.NotificationExamples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.NotificationExamples;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaleEffectsTest {
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

  private static Optional<String> verdict(
      DeliveryAction action, NotificationKind kind, SubscriptionState state, Instant now) {
    return StaleEffects.reasonToDrop(action, NotificationExamples.of(kind), state, now);
  }
}
