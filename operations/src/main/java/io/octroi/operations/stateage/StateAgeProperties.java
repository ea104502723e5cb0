package io.octroi.operations.stateage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.operations.state-ages}.
 *
 * @param checkInterval how often ages are looked at
 * @param maxFindings findings of one state, at most; the oldest come first
 */
@Validated
@ConfigurationProperties("octroi.operations.state-ages")
public record StateAgeProperties(
    @DefaultValue("30s") Duration checkInterval,
    @Min(1) @Max(10_000) @DefaultValue("100") int maxFindings) {}
