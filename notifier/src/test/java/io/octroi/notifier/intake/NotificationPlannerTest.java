package io.octroi.notifier.intake;

import static io.octroi.notifier.NotificationExamples.ENDS_AT;
import static io.octroi.notifier.NotificationExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.octroi.contracts.Contact;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.notification.KeyHolder;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.telegram.PlanChats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationPlannerTest {
  private static final UUID PAYMENT = new UUID(5, 1);
  private static final UUID SUBSCRIPTION = new UUID(5, 2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EventExamples events =
      new EventExamples(
          SUBSCRIPTION, "cus_1", "signaux", new Contact("a@example.com", "fr", 42L), NOW);
  private static final PlanChats NO_CHATS = new PlanChats(Map.of(), Map.of());
  private final NotificationPlanner planner =
      new NotificationPlanner(
          new PlanChats(
              Map.of("signaux", List.of(-100L, -200L)), Map.of("signaux-pro", List.of(-300L))),
          PATIENCE,
          true);

  @Test
  void an_activation_invites_into_every_chat_and_its_mail_waits_for_the_links() {
    Telling telling = plan(events.activated(1, PAYMENT, ENDS_AT));

    assertThat(telling.notification().key()).isEqualTo("activation:" + PAYMENT);
    assertThat(telling.notification().kind()).isEqualTo(NotificationKind.ACTIVATION_CONFIRMED);
    assertThat(telling.deliveries())
        .extracting(PlannedDelivery::action, PlannedDelivery::target, PlannedDelivery::dueAt)
        .containsExactly(
            tuple(DeliveryAction.TELEGRAM_INVITATION, "-100", NOW),
            tuple(DeliveryAction.TELEGRAM_INVITATION, "-200", NOW),
            tuple(DeliveryAction.EMAIL, "", NOW.plus(PATIENCE)));
  }

  @Test
  void without_chats_the_mail_waits_for_nothing() {
    NotificationPlanner noChats = new NotificationPlanner(NO_CHATS, PATIENCE, false);

    Telling telling =
        noChats.plan(new Incoming(events.activated(1, PAYMENT, ENDS_AT), ""), NOW).orElseThrow();

    assertThat(telling.deliveries())
        .extracting(PlannedDelivery::action, PlannedDelivery::dueAt)
        .containsExactly(tuple(DeliveryAction.EMAIL, NOW));
  }

  @Test
  void a_renewal_is_confirmed_by_mail_alone() {
    Telling telling = plan(events.renewed(2, PAYMENT, ENDS_AT));

    assertThat(telling.notification().key()).isEqualTo("renewal-confirmed:" + PAYMENT);
    assertThat(telling.deliveries())
        .extracting(PlannedDelivery::action)
        .containsExactly(DeliveryAction.EMAIL);
  }

  @Test
  void a_reminder_goes_to_telegram_too_where_the_account_is_known() {
    assertThat(plan(events.reminder(2, ENDS_AT)).deliveries())
        .extracting(PlannedDelivery::action)
        .containsExactly(DeliveryAction.EMAIL, DeliveryAction.TELEGRAM_MESSAGE);
    assertThat(plan(events.with(Contact.UNKNOWN).reminder(2, ENDS_AT)).deliveries())
        .extracting(PlannedDelivery::action)
        .containsExactly(DeliveryAction.EMAIL);
    assertThat(plan(events.reminder(2, ENDS_AT)).notification().key())
        .isEqualTo("reminder:" + SUBSCRIPTION + ":2026-12-21T09:30:00Z");
  }

  @Test
  void an_end_revokes_links_removes_the_member_and_says_so() {
    Telling telling = plan(events.reversed(3, ENDS_AT));

    assertThat(telling.notification().reversed()).isTrue();
    assertThat(telling.notification().key())
        .isEqualTo("ended:" + SUBSCRIPTION + ":2026-12-21T09:30:00Z");
    assertThat(telling.deliveries())
        .extracting(PlannedDelivery::action, PlannedDelivery::target)
        .containsExactly(
            tuple(DeliveryAction.TELEGRAM_REVOCATION, "-100"),
            tuple(DeliveryAction.TELEGRAM_REMOVAL, "-100"),
            tuple(DeliveryAction.TELEGRAM_REVOCATION, "-200"),
            tuple(DeliveryAction.TELEGRAM_REMOVAL, "-200"),
            tuple(DeliveryAction.EMAIL, ""));
  }

  @Test
  void an_amendment_tells_nothing() {
    assertThat(planner.plan(new Incoming(events.amended(2, ENDS_AT), ""), NOW)).isEmpty();
  }

  @Test
  void a_later_activation_on_the_same_payment_opens_access_again() {
    Telling telling = plan(events.activated(3, PAYMENT, ENDS_AT));
    Telling again = Objects.requireNonNull(telling.ifTaken());

    assertThat(again.notification().kind()).isEqualTo(NotificationKind.ACCESS_REOPENED);
    assertThat(again.notification().key()).isEqualTo("access:" + SUBSCRIPTION + ":3");
    assertThat(telling.callsForMore(new KeyHolder(SUBSCRIPTION, 1, NOW))).isTrue();
  }

  @Test
  void the_same_or_an_earlier_activation_calls_for_nothing() {
    Telling telling = plan(events.activated(3, PAYMENT, ENDS_AT));

    assertThat(telling.callsForMore(new KeyHolder(SUBSCRIPTION, 3, NOW))).isFalse();
    assertThat(telling.callsForMore(new KeyHolder(SUBSCRIPTION, 4, NOW))).isFalse();
  }

  @Test
  void a_payment_that_moved_to_another_subscription_calls_for_more_only_where_a_link_is_needed() {
    Telling withChats = plan(events.activated(3, PAYMENT, ENDS_AT));
    Telling without =
        new NotificationPlanner(NO_CHATS, PATIENCE, false)
            .plan(new Incoming(events.activated(3, PAYMENT, ENDS_AT), ""), NOW)
            .orElseThrow();
    KeyHolder other = new KeyHolder(new UUID(9, 9), 1, NOW.minusSeconds(1));
    KeyHolder newerOther = new KeyHolder(new UUID(9, 9), 1, NOW.plusSeconds(1));

    assertThat(withChats.callsForMore(other)).isTrue();
    assertThat(withChats.callsForMore(newerOther)).isFalse();
    assertThat(without.callsForMore(other)).isFalse();
  }

  private Telling plan(SubscriptionEvent event) {
    return planner.plan(new Incoming(event, ""), NOW).orElseThrow();
  }
}
