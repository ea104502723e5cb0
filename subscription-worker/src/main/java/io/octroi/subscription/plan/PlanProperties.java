package io.octroi.subscription.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.plans.<code>}. A changed number of days applies to payments that
 * arrive after the change; what was granted stays as long as it was.
 */
@Validated
@ConfigurationProperties("octroi")
record PlanProperties(
    @NotEmpty Map<@NotBlank @Size(max = 100) String, @NotNull @Valid Settings> plans) {

  /**
   * @param days how long a payment lasts, in days of 24 hours
   * @param family plans of one family prolong one another
   * @param reminderBefore how long before the end the customer is reminded; zero for never
   * @param onPartialRefund {@code keep} or {@code out}; absent for what holds for every plan
   * @param whileDisputed {@code keep} or {@code hold}; absent for what holds for every plan
   */
  record Settings(
      @Min(1) @Max(3660) int days,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String family,
      @DefaultValue("2d") Duration reminderBefore,
      @Nullable OnPartialRefund onPartialRefund,
      @Nullable WhileDisputed whileDisputed) {

    @AssertTrue(message = "reminder-before must not be negative and must be shorter than the plan")
    boolean isReminderWithinPlan() {
      return !reminderBefore.isNegative() && reminderBefore.compareTo(Duration.ofDays(days)) < 0;
    }

    Plan toPlan(String code, AccessPolicy every) {
      AccessPolicy access =
          new AccessPolicy(
              whileDisputed == null ? every.whileDisputed() : whileDisputed,
              onPartialRefund == null ? every.onPartialRefund() : onPartialRefund,
              every.partialRefundShare(),
              every.creditHeldTime());
      return new Plan(code, family, days, reminderBefore, access);
    }
  }

  /**
   * @param every what refunds and disputes do unless a plan says otherwise
   */
  Plans toPlans(AccessPolicy every) {
    List<Plan> all =
        plans.entrySet().stream()
            .map(plan -> plan.getValue().toPlan(plan.getKey(), every))
            .toList();
    return Plans.of(all);
  }
}
