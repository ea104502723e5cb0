package io.octroi.subscription.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        OnPartialRefund.OUT,
                        WhileDisputed.HOLD)));
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

  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, true, true",
    "PARTIALLY_REFUNDED, true, false",
    "DISPUTED, true, false",
    "PENDING, false, false",
    "FAILED, false, false",
    "REFUNDED, false, false",
    "LOST, false, false"
  })
  void a_status_counts_as_the_plan_says(PaymentStatus status, boolean lenient, boolean strict) {
    // Given
    Plan lenientPlan = plan("lenient", 7, Duration.ZERO);
    Plan strictPlan =
        new Plan("strict", "f", 7, Duration.ZERO, OnPartialRefund.OUT, WhileDisputed.HOLD);

    // Then
    assertThat(lenientPlan.counts(status)).isEqualTo(lenient);
    assertThat(strictPlan.counts(status)).isEqualTo(strict);
  }

  private static Plan plan(String code, int days, Duration reminderBefore) {
    return new Plan(
        code, "signaux", days, reminderBefore, OnPartialRefund.KEEP, WhileDisputed.KEEP);
  }
}
