package io.octroi.notifier;

import static io.octroi.operations.telemetry.Definition.counter;
import static io.octroi.operations.telemetry.Definition.gauge;
import static io.octroi.operations.telemetry.Definition.timer;

import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.time.Duration;
import java.util.Arrays;

/**
 * Every metric of the notifier. Tags have few values: kinds, actions, outcomes and states are
 * enumerations.
 */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum NotifierMetric implements Metric {
  NOTIFICATIONS_CREATED(
      counter("octroi.notifier.notifications.created")
          .by(
              Label.of(
                  "kind",
                  Arrays.stream(NotificationKind.values())
                      .map(NotificationKind::wireName)
                      .toArray(String[]::new)))
          .means("Facts that a customer is told of.")
          .whenItMoves("Many `access-ended` at once: see the subscription-worker's ends.")),
  DELIVERY_ATTEMPTS(
      timer(
              "octroi.notifier.delivery.attempts",
              Duration.ofMillis(250),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(20))
          .by(action(), Label.of("outcome", "sent", "retry_later", "refused", "dropped"))
          .means("Attempts at a delivery over a channel, and how long they took.")
          .whenItMoves(
              "`retry_later` for long: the mail server or Telegram is away. `refused`: an address"
                  + " or our right is gone.")),
  DELIVERIES_SETTLED(
      counter("octroi.notifier.deliveries.settled")
          .by(action(), Label.of("status", "sent", "failed", "dropped"))
          .means("Deliveries that came to their end.")
          .whenItMoves(
              "`failed` needs a person: `bin/octroi notifications deliveries`, then"
                  + " `bin/octroi notifications restart`.")),
  DELIVERY_RESULTS_LATE(
      counter("octroi.notifier.delivery.results.late")
          .by(action())
          .means("Results that came after the lease had gone to another worker.")
          .whenItMoves("A channel is slower than the lease; somebody may be told twice.")),
  DELIVERIES_IN_FLIGHT(
      gauge("octroi.notifier.deliveries.in_flight")
          .means("Deliveries that are being sent by this process.")
          .whenItMoves("At its limit for long: the channels are slow.")),
  START_TOKENS_SHOWN(
      counter("octroi.notifier.telegram.start_tokens.shown")
          .by(
              Label.of(
                  "outcome",
                  "linked",
                  "token_unknown",
                  "token_expired",
                  "token_used",
                  "customer_linked_elsewhere",
                  "account_linked_elsewhere"))
          .means("Start links opened in Telegram: `linked`, or why not.")
          .whenItMoves("`…_elsewhere`: somebody may hold what is not theirs; see the findings.")),
  UPDATES_TAKEN_IN(
      counter("octroi.notifier.telegram.updates")
          .by(
              Label.of(
                  "kind",
                  "Started",
                  "JoinRequested",
                  "MemberChanged",
                  "BotChanged",
                  "ReachChanged",
                  "Migrated",
                  "Other"))
          .means("The bot's updates taken in.")
          .whenItMoves("Nothing for long although people join: Telegram's webhook is not set.")),
  SMS_RECEIPTS(
      counter("octroi.notifier.sms.receipts")
          .by(
              Label.of(
                  "status",
                  "accepted",
                  "scheduled",
                  "queued",
                  "sending",
                  "sent",
                  "undelivered",
                  "failed",
                  "canceled",
                  "delivered",
                  "read"))
          .means("What carriers said of text messages.")
          .whenItMoves("Many `undelivered` or `failed`: carriers filter our sender.")),
  MEMBERSHIP_STEPS(
      counter("octroi.notifier.membership.steps")
          .by(
              Label.of("step", "approve", "decline", "remove", "lift", "revoke", "invite"),
              Label.of("outcome", "done", "later", "stopped"))
          .means("Steps that make a chat agree with the subscriptions.")
          .whenItMoves(
              "`later` for long: Telegram is away or asks for silence. Many `remove`: find out"
                  + " why."));

  private final Definition definition;

  NotifierMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  private static Label action() {
    return Label.of(
        "action",
        Arrays.stream(DeliveryAction.values())
            .map(DeliveryAction::wireName)
            .toArray(String[]::new));
  }
}
