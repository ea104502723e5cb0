package io.octroi.subscription.subscription;

import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.period.Period;
import io.octroi.subscription.plan.AccessPolicy;
import io.octroi.subscription.plan.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Hears of payments and keeps what the tables keep; the newest version of a payment wins. */
final class Listener {
  private final AccessPolicy policy;
  private final Instant now;
  private final Map<UUID, PaymentSnapshot> known = new TreeMap<>();
  final List<UUID> announced = new ArrayList<>();
  final List<SubscriptionEvent> events = new ArrayList<>();
  Subscription subscription =
      Subscription.unpaid(new UUID(9, 9), new SubscriptionKey("cust-1", "metals"));
  Set<Period> periods = Set.of();

  Listener(AccessPolicy policy, Instant now) {
    this.policy = policy;
    this.now = now;
  }

  Listener hear(List<PaymentSnapshot> batch) {
    for (PaymentSnapshot payment : batch) {
      known.merge(payment.paymentId(), payment, (a, b) -> b.version() > a.version() ? b : a);
    }
    List<Grant> grants = known.values().stream().map(this::grant).toList();
    Outcome outcome = Assessment.of(subscription, grants, periods, now);
    subscription = outcome.after();
    periods = new HashSet<>(outcome.periods());
    announced.addAll(outcome.announced());
    events.addAll(outcome.events());
    return this;
  }

  /** The payments that grant something and are not held. */
  List<PaidTime> usable() {
    return known.values().stream()
        .map(this::grant)
        .filter(Grant.Counted.class::isInstance)
        .map(grant -> ((Grant.Counted) grant).time())
        .filter(time -> !time.suspended())
        .toList();
  }

  List<PaidTime> counted() {
    return known.values().stream()
        .map(this::grant)
        .filter(Grant.Counted.class::isInstance)
        .map(grant -> ((Grant.Counted) grant).time())
        .toList();
  }

  private Grant grant(PaymentSnapshot payment) {
    UUID id = payment.paymentId();
    Instant paidAt = payment.paidAt() == null ? Instant.EPOCH : payment.paidAt();
    return switch (policy.rule(payment)) {
      case Ruling.In in ->
          new Grant.Counted(
              payment.planCode(),
              payment.contact(),
              new PaidTime(id, payment.reference(), paidAt, AccessWalk.DAYS, in.held()),
              payment.amount() == null ? Money.of(0, "EUR") : payment.amount(),
              announced.contains(id));
      case Ruling.Out out ->
          new Grant.Uncounted(
              id, payment.reference(), payment.planCode(), payment.contact(), paidAt);
    };
  }
}
