package io.octroi.payment.backfill;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.backfill}: how the providers under {@code
 * octroi.payment.providers} are asked for what no webhook told.
 *
 * @param pollInterval how often a provider is asked while all is well
 * @param overlap how far before the watermark is looked again, for what a provider lists late
 * @param settle how young what happened must not be: its webhook may still be on its way
 * @param lookback where the watermark of a new endpoint starts, before now
 * @param retention how far back those providers list that forget (Stripe and PayPal after 30 days);
 *     a watermark older than that stays, because nobody knows what is missing
 * @param maxWindow how much time is asked for at once, at most
 * @param openFor how long an undecided transaction holds the watermark back; longer than a payer
 *     may take to decide
 * @param askAgain how soon what is undecided and listed no more is asked for; doubled each time, up
 *     to 64 times that
 * @param maxAskAgain how much of that is asked for in one poll, at most
 * @param refill how soon to look again after something was fetched; doubled up to the interval
 * @param lease how long a poll may take before another instance may begin one
 * @param pageSize events of one page, at most
 * @param maxPages pages of one window, at most; of more the first half is taken
 * @param except endpoints whose providers are not asked
 */
@Validated
@ConfigurationProperties("octroi.payment.backfill")
record BackfillProperties(
    @DurationMin(seconds = 1) @DefaultValue("1m") Duration pollInterval,
    @DurationMin @DefaultValue("10m") Duration overlap,
    @DurationMin @DefaultValue("30s") Duration settle,
    @DurationMin @DefaultValue("3d") Duration lookback,
    @DurationMin(hours = 1) @DefaultValue("30d") Duration retention,
    @DurationMin(minutes = 1) @DefaultValue("6h") Duration maxWindow,
    @DurationMin @DefaultValue("24h") Duration openFor,
    @DurationMin(seconds = 1) @DefaultValue("10m") Duration askAgain,
    @Min(0) @Max(1000) @DefaultValue("50") int maxAskAgain,
    @DurationMin(millis = 1) @DefaultValue("1s") Duration refill,
    @DurationMin(seconds = 1) @DefaultValue("5m") Duration lease,
    @Min(1) @Max(100) @DefaultValue("100") int pageSize,
    @Min(1) @Max(1000) @DefaultValue("50") int maxPages,
    @DefaultValue Set<String> except) {

  BackfillProperties {
    except = Set.copyOf(except);
  }
}
