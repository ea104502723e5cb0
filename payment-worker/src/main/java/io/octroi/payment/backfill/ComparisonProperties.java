package io.octroi.payment.backfill;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.reconciliation.providers}: how the providers' lists are held
 * against the ledger.
 *
 * @param window how much time is looked at, up to {@code settleAfter} before now; no more than
 *     those providers list that forget
 * @param settleAfter how young what happened must not be: it may be on its way, as a webhook or as
 *     what a poll fetched
 * @param maxPages pages of one endpoint in one run, at most
 * @param timeout after how long no further page of an endpoint is asked for
 */
@Validated
@ConfigurationProperties("octroi.payment.reconciliation.providers")
record ComparisonProperties(
    @DurationMin(minutes = 1) @DurationMax(days = 30) @DefaultValue("24h") Duration window,
    @DurationMin @DefaultValue("15m") Duration settleAfter,
    @Min(1) @Max(10_000) @DefaultValue("200") int maxPages,
    @DurationMin(seconds = 1) @DefaultValue("2m") Duration timeout) {

  /** In whole seconds, as providers take them. */
  Window windowBefore(Instant now) {
    Instant to = now.minus(settleAfter).truncatedTo(ChronoUnit.SECONDS);
    return new Window(to.minus(window), to);
  }

  Walk walk() {
    return new Walk(maxPages, timeout);
  }
}
