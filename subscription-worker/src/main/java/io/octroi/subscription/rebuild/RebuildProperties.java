package io.octroi.subscription.rebuild;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.subscription.rebuild}.
 *
 * @param pageSize subscriptions that one call looks at, and mends each in a transaction of its own
 * @param maxDifferences differences that one call names, at most; all are counted, and all are
 *     mended
 */
@Validated
@ConfigurationProperties("octroi.subscription.rebuild")
record RebuildProperties(
    @Min(1) @Max(10_000) @DefaultValue("500") int pageSize,
    @Min(1) @Max(100_000) @DefaultValue("1000") int maxDifferences) {}
