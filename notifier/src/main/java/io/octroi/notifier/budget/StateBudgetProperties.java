package io.octroi.notifier.budget;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.notifier.state-budgets}: longer than this is a finding.
 *
 * @param deliveryDue how long a delivery may wait for its first attempt
 * @param deliveryRetrying from a delivery's first attempt until it is sent or given up
 * @param deliverySending how long one attempt may last
 * @param deliveryWaitingContact how long a customer's address may be unknown
 */
@Validated
@ConfigurationProperties("octroi.notifier.state-budgets")
record StateBudgetProperties(
    @DurationMin(seconds = 1) @DefaultValue("15m") Duration deliveryDue,
    @DurationMin(seconds = 1) @DefaultValue("6h") Duration deliveryRetrying,
    @DurationMin(seconds = 1) @DefaultValue("10m") Duration deliverySending,
    @DurationMin(seconds = 1) @DefaultValue("24h") Duration deliveryWaitingContact) {}
