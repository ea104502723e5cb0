package io.octroi.subscription.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PlanPropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(PlanConfiguration.class);

  @Test
  void a_week_and_a_month_of_signaux_are_there_by_default() {
    context
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .run(c ->
            assertThat(c.getBean(Plans.class).all())
                .containsExactly(
                    plan("signaux-monthly", 30, Duration.ofDays(2)),
                    plan("signaux-weekly", 7, Duration.ofDays(2))));
  }

  @Test
  void every_setting_of_a_plan_is_read() {
    context
        .withPropertyValues(
            "octroi.plans.gold.days=365",
            "octroi.plans.gold.family=metals",
            "octroi.plans.gold.reminder-before=10d",
            "octroi.plans.gold.on-partial-refund=out",
            "octroi.plans.gold.while-disputed=hold")
        .run(c ->
            assertThat(c.getBean(Plans.class).all())
                .containsExactly(
                    new Plan(
                        "gold",
                        "metals",
                        365,
                        Duration.ofDays(10),
                        new AccessPolicy(
                            WhileDisputed.HOLD, OnPartialRefund.OUT, BigDecimal.ZERO, true))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "days=0",
        "days=3661",
        "family=Not A Name",
        "reminder-before=-1d",
        "reminder-before=7d",
        "on-partial-refund=perhaps"
      })
  void a_plan_that_makes_no_sense_stops_the_start(String setting) {
    context
        .withPropertyValues(
            "octroi.plans.gold.days=7",
            "octroi.plans.gold.family=metals",
            "octroi.plans.gold." + setting)
        .run(c -> assertThat(c).hasFailed());
  }

  @Test
  void no_plan_at_all_stops_the_start() {
    context.run(c -> assertThat(c).hasFailed());
  }

  @Test
  void what_holds_for_every_plan_is_read_and_a_plan_may_say_otherwise() {
    context
        .withPropertyValues(
            "octroi.subscription.access.on-dispute-opened=hold",
            "octroi.subscription.access.on-partial-refund=out",
            "octroi.subscription.access.partial-refund-share=0.5",
            "octroi.subscription.access.credit-held-days=false",
            "octroi.plans.gold.days=365",
            "octroi.plans.gold.family=metals",
            "octroi.plans.iron.days=7",
            "octroi.plans.iron.family=metals",
            "octroi.plans.iron.while-disputed=keep",
            "octroi.plans.iron.on-partial-refund=keep")
        .run(c ->
            assertThat(c.getBean(Plans.class).all())
                .extracting(Plan::access)
                .containsExactly(
                    new AccessPolicy(
                        WhileDisputed.HOLD, OnPartialRefund.OUT, new BigDecimal("0.5"), false),
                    new AccessPolicy(
                        WhileDisputed.KEEP, OnPartialRefund.KEEP, new BigDecimal("0.5"), false)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"partial-refund-share=1.1", "on-dispute-opened=run", "partial-refund-share=-1"})
  void a_policy_that_makes_no_sense_stops_the_start(String setting) {
    context
        .withPropertyValues(
            "octroi.plans.gold.days=7",
            "octroi.plans.gold.family=metals",
            "octroi.subscription.access." + setting)
        .run(c -> assertThat(c).hasFailed());
  }

  private static Plan plan(String code, int days, Duration reminderBefore) {
    return new Plan(code, "signaux", days, reminderBefore, AccessPolicy.LENIENT);
  }
}
