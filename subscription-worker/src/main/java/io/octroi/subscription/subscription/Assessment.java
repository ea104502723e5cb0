package io.octroi.subscription.subscription;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionActivated;
import io.octroi.contracts.SubscriptionEvent.SubscriptionAmended;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionRenewed;
import io.octroi.contracts.SubscriptionEvent.SubscriptionShortened;
import io.octroi.subscription.period.Period;
import io.octroi.subscription.period.Span;
import io.octroi.subscription.period.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares a subscription as readers know it with what its payments now come to, and says what to
 * tell them.
 *
 * <ul>
 *   <li>A payment is announced once, by an activation or a renewal, when it counts, is not held,
 *       and its own period is not over. What is known of the other payments decides, not the order
 *       in which it became known. Events of one batch read as if the payments had come one by one,
 *       in the order of their periods.
 *   <li>Access that truly begins again is always told, as an activation. It names a payment that
 *       was announced before only where there is no new one: a dispute was won after the end, or a
 *       payment entered the subscription of another customer.
 *   <li>Only what the batch as a whole takes away is told as taken away: a payment replaced by
 *       another in the same batch puts nobody out in between.
 *   <li>Access ends here only because a payment was reversed, is held or went to another customer.
 *       A hold is told once, when it cuts a period short. Time that runs out is left to the clock,
 *       which is the one place that ends access by itself.
 *   <li>Any other visible change is told as an amendment, unless readers never heard of the
 *       subscription.
 * </ul>
 */
final class Assessment {
  private final Subscription before;
  private final List<Grant> grants;
  private final Map<UUID, Grant.Counted> counted = new HashMap<>();
  private final Map<UUID, Period> stored = new HashMap<>();
  private final Instant now;
  private final List<SubscriptionEvent> events = new ArrayList<>();
  private final List<UUID> announced = new ArrayList<>();

  /** What readers know after {@link #events}. */
  private Subscription told;

  private Assessment(Subscription before, List<Grant> grants, Set<Period> stored, Instant now) {
    this.before = before;
    this.grants = grants;
    this.now = now;
    this.told = before;
    stored.forEach(period -> this.stored.put(period.paymentId(), period));
    for (Grant grant : grants) {
      if (grant instanceof Grant.Counted c) {
        counted.put(c.paymentId(), c);
      }
    }
  }

  /**
   * @param grants every payment of the subscription's customer and family
   * @param stored the periods of this subscription before
   */
  static Outcome of(Subscription before, List<Grant> grants, Set<Period> stored, Instant now) {
    return new Assessment(before, grants, stored, now).assess();
  }

  private Outcome assess() {
    Timeline all = timeline(counted.keySet());
    List<UUID> fresh = fresh(all);
    tellLosses(all, timelineWithout(fresh));
    tellGains(fresh);
    settle(all);
    return new Outcome(told, all.periods(), events, announced, late(all));
  }

  /** Payments to announce, in the order of their periods. */
  private List<UUID> fresh(Timeline all) {
    List<UUID> fresh = new ArrayList<>();
    for (Period period : all.periods()) {
      Grant.Counted grant = grant(period.paymentId());
      if (!grant.announced() && !grant.time().suspended() && period.endsAt().isAfter(now)) {
        fresh.add(period.paymentId());
      }
    }
    return fresh;
  }

  private void tellLosses(Timeline all, Timeline settled) {
    Set<UUID> left = left(all);
    if (left.isEmpty() || !(before.standing() instanceof Standing.Active active)) {
      return;
    }
    if (!all.endsAfter(now)) {
      if (active.span().endsAt().isAfter(now)) {
        told = shaped(all, new Standing.Expired(span(all)));
        events.add(
            new SubscriptionExpired(
                now, told.snapshot(), SubscriptionExpired.Reason.PAYMENT_REVERSED));
      }
    } else if (settled.endsAfter(now) && span(settled).endsAt().isBefore(active.span().endsAt())) {
      for (UUID payment : left) {
        told = shaped(settled, new Standing.Active(span(settled)));
        events.add(new SubscriptionShortened(now, told.snapshot(), payment));
      }
    }
  }

  /** Payments whose period is gone, or cut short by a hold. */
  private Set<UUID> left(Timeline all) {
    Set<UUID> left = new TreeSet<>();
    stored.forEach((payment, period) -> {
      Grant.Counted grant = counted.get(payment);
      if (grant == null || (grant.time().suspended() && isCut(period, all))) {
        left.add(payment);
      }
    });
    return left;
  }

  private static boolean isCut(Period period, Timeline all) {
    return all.periodOf(period.paymentId())
        .map(now -> now.endsAt().isBefore(period.endsAt()))
        .orElse(true);
  }

  private void tellGains(List<UUID> fresh) {
    for (int i = 0; i < fresh.size(); i++) {
      Timeline soFar = timelineWithout(fresh.subList(i + 1, fresh.size()));
      if (soFar.endsAfter(now)) {
        boolean wasActive = told.active();
        told = shaped(soFar, new Standing.Active(span(soFar)));
        announced.add(fresh.get(i));
        events.add(wasActive ? renewed(grant(fresh.get(i))) : activated(grant(fresh.get(i))));
      }
    }
  }

  /** Brings what is told to what is. */
  private void settle(Timeline all) {
    Subscription after = shaped(all, standing(all));
    if (sameButVersion(after, told)) {
      return;
    }
    boolean wasActive = told.active();
    told = after;
    if (after.active() && !wasActive) {
      all.periodAt(now).ifPresent(period -> events.add(activated(grant(period.paymentId()))));
    } else if (!(before.standing() instanceof Standing.Unpaid)) {
      events.add(new SubscriptionAmended(now, told.snapshot()));
    }
  }

  private Standing standing(Timeline all) {
    if (all.endsAfter(now)) {
      return new Standing.Active(span(all));
    }
    return switch (told.standing()) {
      case Standing.Unpaid s -> all.periods().isEmpty() ? s : new Standing.Expired(span(all));
      case Standing.Active s -> new Standing.Active(span(all));
      case Standing.Expired s -> new Standing.Expired(span(all));
    };
  }

  private List<UUID> late(Timeline all) {
    return all.periods().stream()
        .filter(period -> !period.endsAt().isAfter(now))
        .map(Period::paymentId)
        .filter(payment -> !stored.containsKey(payment))
        .filter(payment -> !grant(payment).announced() && !announced.contains(payment))
        .filter(payment -> !grant(payment).time().suspended())
        .toList();
  }

  private Subscription shaped(Timeline timeline, Standing standing) {
    String planCode =
        timeline
            .lastPeriod()
            .map(period -> grant(period.paymentId()).planCode())
            .orElse(before.planCode());
    return new Subscription(
        before.id(), told.version() + 1, before.key(), planCode, standing, Grant.contactOf(grants));
  }

  /** The last run; where nothing is paid any more, no time at all from the former start. */
  private Span span(Timeline timeline) {
    return timeline
        .lastRun()
        .orElseGet(() ->
            switch (before.standing()) {
              case Standing.Unpaid s -> new Span(now, now);
              case Standing.Active s -> new Span(s.span().startsAt(), s.span().startsAt());
              case Standing.Expired s -> new Span(s.span().startsAt(), s.span().startsAt());
            });
  }

  private Timeline timelineWithout(Collection<UUID> payments) {
    Set<UUID> rest = new HashSet<>(counted.keySet());
    payments.forEach(rest::remove);
    return timeline(rest);
  }

  private Timeline timeline(Set<UUID> payments) {
    return Timeline.of(payments.stream().map(payment -> grant(payment).time()).toList());
  }

  private Grant.Counted grant(UUID payment) {
    Grant.Counted grant = counted.get(payment);
    if (grant == null) {
      throw new IllegalStateException("payment " + payment + " does not count");
    }
    return grant;
  }

  private SubscriptionActivated activated(Grant.Counted grant) {
    return new SubscriptionActivated(now, told.snapshot(), grant.paymentId(), grant.amount());
  }

  private SubscriptionRenewed renewed(Grant.Counted grant) {
    return new SubscriptionRenewed(now, told.snapshot(), grant.paymentId(), grant.amount());
  }

  private static boolean sameButVersion(Subscription one, Subscription other) {
    return one.planCode().equals(other.planCode())
        && one.standing().equals(other.standing())
        && one.contact().equals(other.contact());
  }
}
