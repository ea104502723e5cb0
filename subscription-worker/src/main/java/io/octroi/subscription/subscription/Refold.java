package io.octroi.subscription.subscription;

import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.period.Period;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings subscriptions up to their payments: locks them, folds again, writes what changed and tells
 * it. The same number of statements for one payment and for a thousand.
 */
@Component
final class Refold {
  private static final Logger LOG = LoggerFactory.getLogger(Refold.class);

  private final Grants grants;
  private final Subscriptions subscriptions;
  private final Periods periods;
  private final Announcements announcements;
  private final Telling telling;
  private final Meters meters;

  Refold(
      Grants grants,
      Subscriptions subscriptions,
      Periods periods,
      Announcements announcements,
      Telling telling,
      Meters meters) {
    this.grants = grants;
    this.subscriptions = subscriptions;
    this.periods = periods;
    this.announcements = announcements;
    this.telling = telling;
    this.meters = meters;
  }

  void of(Touched touched, Instant now) {
    if (touched.isEmpty()) {
      return;
    }
    Subscriptions.Held held = subscriptions.hold(touched.keys(), now);
    List<Subscription> before = held.all();
    Map<SubscriptionKey, List<Grant>> payments = grants.of(touched.keys());
    Map<UUID, Set<Period>> stored = periods.of(held.stored());
    List<Outcome> outcomes = new ArrayList<>();
    for (Subscription subscription : before) {
      outcomes.add(
          Assessment.of(
              subscription,
              payments.getOrDefault(subscription.key(), List.of()),
              stored.getOrDefault(subscription.id(), Set.of()),
              now));
    }
    store(outcomes, new Before(held, Set.copyOf(before), stored), touched::traceparent, now);
    outcomes.forEach(this::reportLate);
    outcomes.forEach(
        outcome -> measure(outcome, payments.getOrDefault(outcome.after().key(), List.of()), now));
  }

  /**
   * How subscriptions were before.
   *
   * @param held as {@link Subscriptions#hold} gave them
   * @param unchanged rows that need not be written again
   * @param periods as {@link Periods#of} gave them
   */
  record Before(
      Subscriptions.Held held, Set<Subscription> unchanged, Map<UUID, Set<Period>> periods) {}

  /**
   * Writes what subscriptions came to over what was stored, and tells it.
   *
   * @param traceparents what caused it
   */
  void store(
      List<Outcome> outcomes,
      Before before,
      Function<SubscriptionKey, String> traceparents,
      Instant now) {
    List<Telling.News> news = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      String traceparent = traceparents.apply(outcome.after().key());
      outcome.events().forEach(event -> news.add(new Telling.News(event, traceparent)));
    }
    Map<Boolean, List<Subscription>> after =
        outcomes.stream()
            .map(Outcome::after)
            .collect(Collectors.partitioningBy(before.held()::isFresh));
    subscriptions.begin(after.getOrDefault(true, List.of()), now);
    subscriptions.write(
        after.getOrDefault(false, List.of()).stream()
            .filter(one -> !before.unchanged().contains(one))
            .toList(),
        now);
    periods.replace(before.periods(), outcomes);
    announcements.record(outcomes, now);
    telling.tell(news);
  }

  /** For how long those waited who are told of now. */
  private void measure(Outcome outcome, List<Grant> payments, Instant now) {
    for (Grant grant : payments) {
      if (grant instanceof Grant.Counted && outcome.announced().contains(grant.paymentId())) {
        meters.time(SubscriptionMetric.PAID_TO_MEMBER, Duration.between(grant.orderedAt(), now));
      }
    }
  }

  private void reportLate(Outcome outcome) {
    for (UUID payment : outcome.late()) {
      meters.count(SubscriptionMetric.LATE_PAYMENTS, 1);
      LOG.atWarn()
          .addKeyValue(LogKeys.PAYMENT_ID, payment)
          .addKeyValue(LogKeys.SUBSCRIPTION_ID, outcome.after().id())
          .log("A payment arrived when the time it paid for was over");
    }
  }
}
