package io.octroi.subscription.subscription;

import io.octroi.contracts.PaymentSnapshot;
import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.plan.Plans;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.time.Instant;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way by which what happened to payments reaches subscriptions. */
@Component
public class PaymentChanges {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentChanges.class);

  private final Grants grants;
  private final Refold refold;
  private final Plans plans;
  private final Meters meters;

  PaymentChanges(Grants grants, Refold refold, Plans plans, Meters meters) {
    this.grants = grants;
    this.refold = refold;
    this.plans = plans;
    this.meters = meters;
  }

  /**
   * Takes in what was heard of payments, in any order and as often as it comes.
   *
   * @param now this worker's time, to the microsecond
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void apply(Collection<PaymentNews> payments, Collection<MergeNews> merges, Instant now) {
    Touched touched = grants.upsert(payments, now);
    touched.add(grants.merge(merges, now));
    refold.of(touched, now);
    payments.forEach(news -> reportUnknownPlan(news.payment()));
  }

  /**
   * Counts payments whose plan was not configured when they came.
   *
   * @param limitPerPlan how many at most, so that the transaction stays short
   * @return how many subscriptions that concerned; zero when none is left
   */
  @Transactional
  public int adoptConfiguredPlans(int limitPerPlan, Instant now) {
    Touched touched = grants.adoptConfiguredPlans(limitPerPlan, now);
    refold.of(touched, now);
    return touched.size();
  }

  private void reportUnknownPlan(PaymentSnapshot payment) {
    if (plans.find(payment.planCode()).isEmpty()) {
      meters.count(SubscriptionMetric.UNKNOWN_PLANS, 1);
      LOG.atWarn()
          .addKeyValue(LogKeys.PAYMENT_ID, payment.paymentId())
          .addKeyValue(LogKeys.PLAN_CODE, payment.planCode())
          .log("A payment names a plan that is not configured; it counts once the plan is");
    }
  }
}
