package io.octroi.subscription.removal;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.subscription.removal}: when the clock puts members out without
 * anybody being asked. In doubt they stay.
 *
 * @param armed whether members of families are put out of which operators said nothing
 * @param requireWatermarks whether every payment until a member's end must be known first
 * @param endpoints whose watermarks count; empty for every endpoint that was ever heard of. One
 *     that is listed and was never heard of lets nobody be put out
 * @param margin how far a watermark must be past a member's end; covers what payments need from the
 *     ledger to here
 * @param maxCount members put out within a window, at most
 * @param maxShare part of the active members put out within a window, at most; 0 to 1
 * @param smallCount members put out within a window whatever part they are
 * @param window what counts as one batch
 * @param graceStep by how long a member's grace is extended at a time
 * @param maxReleaseValidity how long a release may last
 * @param graceBudget how long a member may stay beyond the end before it is a finding
 * @param approvalBudget how long a release may wait for its second person before it is a finding
 * @param unknownPlanBudget how long a payment for a plan that is not configured may wait
 * @param progressInterval how often it is looked how far payments have been taken in
 */
@Validated
@ConfigurationProperties("octroi.subscription.removal")
record RemovalProperties(
    @DefaultValue("true") boolean armed,
    @DefaultValue("true") boolean requireWatermarks,
    @DefaultValue Set<@NotBlank String> endpoints,
    @DurationMin @DefaultValue("15m") Duration margin,
    @Min(0) @Max(10_000_000) @DefaultValue("500") int maxCount,
    @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.1") BigDecimal maxShare,
    @Min(0) @DefaultValue("20") int smallCount,
    @DurationMin(seconds = 1) @DefaultValue("1h") Duration window,
    @DurationMin(seconds = 1) @DefaultValue("5m") Duration graceStep,
    @DurationMin(seconds = 1) @DefaultValue("7d") Duration maxReleaseValidity,
    @DefaultValue("2h") Duration graceBudget,
    @DefaultValue("1h") Duration approvalBudget,
    @DefaultValue("15m") Duration unknownPlanBudget,
    @DurationMin(millis = 10) @DefaultValue("2s") Duration progressInterval) {

  @AssertTrue(message = "small-count must not be above max-count")
  boolean isSmallCountWithinMaxCount() {
    return smallCount <= maxCount;
  }

  RemovalRules toRules() {
    return new RemovalRules(requireWatermarks, endpoints, margin, maxCount, maxShare, smallCount);
  }
}
