package io.octroi.messaging.deadletter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.messaging.dead-letters}.
 *
 * @param publishTimeout how long to wait for the broker to take a record, on the way out and back
 * @param maxRounds after so many rounds that failed a record is parked
 * @param claim for how long nobody else publishes a record again; longer than publishTimeout
 * @param maxRedriven records published again in one call, at most
 * @param retention how long what was settled or discarded is kept
 */
@Validated
@ConfigurationProperties("octroi.messaging.dead-letters")
public record DeadLetterProperties(
    @DefaultValue("10s") Duration publishTimeout,
    @Min(1) @Max(1000) @DefaultValue("5") int maxRounds,
    @DefaultValue("30s") Duration claim,
    @Min(1) @Max(10_000) @DefaultValue("1000") int maxRedriven,
    @DefaultValue("90d") Duration retention) {}
