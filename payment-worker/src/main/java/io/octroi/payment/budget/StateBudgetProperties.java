package io.octroi.payment.budget;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.state-budgets}: longer than this is a finding.
 *
 * @param paymentPending from a provider's first word about a payment until it says how it ended;
 *     longer than the slowest method of payment takes
 * @param paymentUnassigned how long money may be here without anybody knowing whose it is
 * @param paymentDisputed how long a dispute may be open; longer than providers take
 * @param webhookUnmatched how long a refund or dispute may wait for its payment to be heard of
 * @param inquiryOpen how long a provider may be asked in vain
 * @param inquiryMismatch how long money that is not what was asked may wait for a person
 * @param orderOpen how long an order may be known to nobody as paid or failed
 */
@Validated
@ConfigurationProperties("octroi.payment.state-budgets")
record StateBudgetProperties(
    @DurationMin(seconds = 1) @DefaultValue("7d") Duration paymentPending,
    @DurationMin(seconds = 1) @DefaultValue("15m") Duration paymentUnassigned,
    @DurationMin(seconds = 1) @DefaultValue("120d") Duration paymentDisputed,
    @DurationMin(seconds = 1) @DefaultValue("1h") Duration webhookUnmatched,
    @DurationMin(seconds = 1) @DefaultValue("1h") Duration inquiryOpen,
    @DurationMin(seconds = 1) @DefaultValue("15m") Duration inquiryMismatch,
    @DurationMin(seconds = 1) @DefaultValue("30d") Duration orderOpen) {}
