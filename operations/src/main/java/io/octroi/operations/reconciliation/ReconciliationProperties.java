package io.octroi.operations.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.operations.reconciliation}.
 *
 * @param interval between the end of one scheduled run and the next; the first is that long after
 *     the start
 * @param maxFindings findings of one condition, at most; the rest is counted
 */
@Validated
@ConfigurationProperties("octroi.operations.reconciliation")
public record ReconciliationProperties(
    @DefaultValue("6h") Duration interval,
    @Min(1) @Max(100_000) @DefaultValue("1000") int maxFindings) {}
