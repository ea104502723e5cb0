package io.octroi.walks;

import io.octroi.subscription.plan.AccessPolicy;
import io.octroi.subscription.plan.OnPartialRefund;
import io.octroi.subscription.plan.Plan;
import io.octroi.subscription.plan.Plans;
import io.octroi.subscription.plan.WhileDisputed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plans under every policy that refunds and disputes may meet. */
final class Policies {
  private static final int SHARES = 11;

  /** How many policies there are. */
  private static final int COUNT = 2 * 2 * 2 * SHARES;

  /** Every plan under every policy, all of one family. */
  static final Plans PLANS = plans();

  private Policies() {}

  /** The codes of a weekly, a monthly and a yearly plan under one policy. */
  static List<String> draw(RandomGenerator random) {
    int policy = random.nextInt(COUNT);
    return List.of("weekly-" + policy, "monthly-" + policy, "yearly-" + policy);
  }

  private static Plans plans() {
    Duration before = Duration.ofDays(2);
    List<Plan> plans = new ArrayList<>();
    for (int number = 0; number < COUNT; number++) {
      AccessPolicy policy = policy(number);
      plans.add(new Plan("weekly-" + number, Scenario.FAMILY, 7, before, policy));
      plans.add(new Plan("monthly-" + number, Scenario.FAMILY, 30, before, policy));
      plans.add(new Plan("yearly-" + number, Scenario.FAMILY, 365, before, policy));
    }
    return Plans.of(plans);
  }

  private static AccessPolicy policy(int number) {
    return new AccessPolicy(
        number % 2 == 0 ? WhileDisputed.KEEP : WhileDisputed.HOLD,
        number / 2 % 2 == 0 ? OnPartialRefund.KEEP : OnPartialRefund.OUT,
        new BigDecimal(number / 8).movePointLeft(1),
        number / 4 % 2 == 0);
  }
}
