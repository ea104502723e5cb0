package io.octroi.payment.rebuild;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.rebuild}.
 *
 * @param batchSize webhooks that are replayed in one transaction
 * @param maxRemovals payments that no webhook explains and that one run takes away, at most; where
 *     there are more, all of them stay, since then the ledger may be what is damaged
 * @param maxDifferences differences that are named, at most; all are counted, and all are mended
 */
@Validated
@ConfigurationProperties("octroi.payment.rebuild")
public record RebuildProperties(
    @Min(1) @Max(10_000) @DefaultValue("200") int batchSize,
    @Min(0) @Max(1_000_000) @DefaultValue("100") int maxRemovals,
    @Min(1) @Max(100_000) @DefaultValue("1000") int maxDifferences) {}
