package io.octroi.payment.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.reconciliation}.
 *
 * @param batchSize webhooks or payments that are read at once
 */
@Validated
@ConfigurationProperties("octroi.payment.reconciliation")
record ReconciliationProperties(@Min(1) @Max(10_000) @DefaultValue("500") int batchSize) {}
