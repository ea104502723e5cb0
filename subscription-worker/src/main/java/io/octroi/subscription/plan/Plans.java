package io.octroi.subscription.plan;

import io.octroi.contracts.PaymentSnapshot;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The plans that are configured, and what holds for a plan that is not. */
public final class Plans {
  /** How long before the end a customer is reminded, unless the plan says otherwise. */
  public static final Duration DEFAULT_REMINDER_BEFORE = Duration.ofDays(2);

  private final Map<String, Plan> byCode;

  private Plans(Map<String, Plan> byCode) {
    this.byCode = byCode;
  }

  public static Plans of(Collection<Plan> plans) {
    Map<String, Plan> byCode = new TreeMap<>();
    plans.forEach(plan -> byCode.put(plan.code(), plan));
    return new Plans(byCode);
  }

  public Optional<Plan> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Every plan, by code. */
  public List<Plan> all() {
    return List.copyOf(byCode.values());
  }

  /**
   * What a payment grants by its plan's policy. Of a plan that is not configured (any more) a
   * partly refunded or disputed payment counts: in doubt the member stays.
   */
  public Ruling rule(PaymentSnapshot payment) {
    Plan plan = byCode.get(payment.planCode());
    return plan == null ? AccessPolicy.LENIENT.rule(payment) : plan.access().rule(payment);
  }

  /** How long before the end to remind; zero for never. */
  public Duration reminderBefore(String code) {
    Plan plan = byCode.get(code);
    return plan == null ? DEFAULT_REMINDER_BEFORE : plan.reminderBefore();
  }
}
