package io.octroi.subscription.subscription;

import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionReminderDue;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.period.Period;
import io.octroi.subscription.plan.Plan;
import io.octroi.subscription.plan.Plans;
import io.octroi.subscription.plan.Ruling;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The subscription-worker without Spring, Kafka and a database: it keeps the newest version of each
 * payment, as {@link Grants} does, and assesses what that comes to.
 */
public final class SubscriptionWorkerInMemory {
  private final Plans plans;
  private final Instant now;
  private final Map<UUID, PaymentSnapshot> payments = new TreeMap<>();
  private final Map<UUID, PaymentMerged> merges = new HashMap<>();
  private final Map<String, AgreementUpdated> agreements = new TreeMap<>();
  private final Set<UUID> announced = new HashSet<>();
  private final Map<SubscriptionKey, Subscription> subscriptions = new TreeMap<>();
  private final Map<UUID, List<Period>> periods = new HashMap<>();

  /**
   * @param now the one moment at which everything is heard of
   */
  public SubscriptionWorkerInMemory(Plans plans, Instant now) {
    this.plans = plans;
    this.now = now;
  }

  /** Takes a batch in, in any order and as often as it comes. */
  public List<SubscriptionEvent> hear(List<PaymentEvent> batch) {
    Set<SubscriptionKey> touched = new TreeSet<>(subscriptions.keySet());
    for (PaymentEvent event : batch) {
      switch (event) {
        case OfPayment e ->
            payments.merge(
                e.payment().paymentId(), e.payment(), (a, b) -> b.version() > a.version() ? b : a);
        case PaymentMerged e ->
            merges.merge(e.paymentId(), e, (a, b) -> b.version() > a.version() ? b : a);
        case AgreementUpdated e ->
            agreements.merge(e.agreement(), e, (a, b) -> b.version() > a.version() ? b : a);
      }
    }
    payments.values().forEach(payment -> touched.add(key(payment)));
    List<SubscriptionEvent> told = new ArrayList<>();
    touched.forEach(key -> told.addAll(assess(key)));
    return told;
  }

  private List<SubscriptionEvent> assess(SubscriptionKey key) {
    Subscription before = subscriptions.computeIfAbsent(key, k -> Subscription.unpaid(idOf(k), k));
    List<Grant> grants =
        payments.values().stream().filter(p -> key(p).equals(key)).map(this::grant).toList();
    Set<Period> stored = Set.copyOf(periods.getOrDefault(before.id(), List.of()));
    Outcome outcome = Assessment.of(before, grants, stored, now);
    subscriptions.put(key, outcome.after());
    periods.put(before.id(), outcome.periods());
    announced.addAll(outcome.announced());
    return outcome.events();
  }

  private Grant grant(PaymentSnapshot payment) {
    UUID id = payment.paymentId();
    Instant paidAt = payment.paidAt() == null ? Instant.EPOCH : payment.paidAt();
    Money amount = payment.amount();
    if (plans.rule(payment) instanceof Ruling.In in && !replaced(id) && amount != null) {
      return new Grant.Counted(
          payment.planCode(),
          payment.contact(),
          new PaidTime(id, name(payment), paidAt, plan(payment).days(), in.held()),
          amount,
          announcedAsAny(id));
    }
    return new Grant.Uncounted(id, name(payment), payment.planCode(), payment.contact(), paidAt);
  }

  private static String name(PaymentSnapshot payment) {
    return payment.provider() + "/" + payment.reference();
  }

  /** Whether the payment that stands for this one was heard of and has an outcome. */
  private boolean replaced(UUID id) {
    PaymentMerged merge = merges.get(id);
    if (merge == null) {
      return false;
    }
    PaymentSnapshot into = payments.get(merge.intoPaymentId());
    return (into != null && into.status() != PaymentStatus.PENDING)
        || merges.containsKey(merge.intoPaymentId());
  }

  private boolean announcedAsAny(UUID id) {
    return announced.contains(id)
        || merges.values().stream()
            .filter(merge -> merge.intoPaymentId().equals(id))
            .anyMatch(merge -> announcedAsAny(merge.paymentId()));
  }

  private Plan plan(PaymentSnapshot payment) {
    return plans.find(payment.planCode()).orElseThrow();
  }

  private SubscriptionKey key(PaymentSnapshot payment) {
    return new SubscriptionKey(payment.customerId(), plan(payment).family());
  }

  private static UUID idOf(SubscriptionKey key) {
    return UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Time passes and nothing more is heard: a reminder before each end, then the end. */
  public List<SubscriptionEvent> runOut() {
    List<SubscriptionEvent> told = new ArrayList<>();
    for (Subscription subscription : List.copyOf(subscriptions.values())) {
      if (subscription.standing() instanceof Standing.Active active) {
        Instant end = active.span().endsAt();
        Subscription reminded = subscription.next(active);
        Instant remindAt = end.minus(plans.reminderBefore(subscription.planCode()));
        told.add(new SubscriptionReminderDue(remindAt, reminded.snapshot()));
        Subscription expired = reminded.expired();
        subscriptions.put(subscription.key(), expired);
        told.add(
            new SubscriptionExpired(
                end, expired.snapshot(), SubscriptionExpired.Reason.PERIOD_OVER));
      }
    }
    return told;
  }

  /** Everything that is kept. */
  public AccessBooks books() {
    return new AccessBooks(
        subscriptions.values(),
        periods,
        payments.values().stream().map(this::grant).toList(),
        agreements.values().stream()
            .map(a -> a.agreement() + " " + a.status() + " " + a.endsAt() + " of " + a.customerId())
            .toList());
  }
}
