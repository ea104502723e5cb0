package io.octroi.subscription.due;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.due}.
 *
 * @param pollInterval how long the clock waits between two rounds
 * @param batchSize subscriptions of one transaction, at most
 */
@Validated
@ConfigurationProperties("octroi.due")
record DueProperties(
    @DurationMin(millis = 10) @DefaultValue("1s") Duration pollInterval,
    @Min(1) @Max(10_000) @DefaultValue("500") int batchSize) {}
