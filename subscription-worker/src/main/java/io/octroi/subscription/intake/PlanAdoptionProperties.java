package io.octroi.subscription.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.plan-adoption}.
 *
 * @param batchSize payments of one plan in one transaction, at most
 */
@Validated
@ConfigurationProperties("octroi.plan-adoption")
record PlanAdoptionProperties(@Min(1) @Max(10_000) @DefaultValue("500") int batchSize) {}
