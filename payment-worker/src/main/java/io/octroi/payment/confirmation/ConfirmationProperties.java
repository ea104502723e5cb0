package io.octroi.payment.confirmation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.confirmation}.
 *
 * @param pollInterval pause between two looks at what is due
 * @param batch how many inquiries are asked at once
 * @param lease how long an inquiry is held; longer than all tries of a call take together
 * @param backOff wait after the first question without an end; doubled for each further one
 * @param maxBackOff longest wait between two questions
 * @param unknownFor how long a provider may not know what was asked for
 * @param pendingFor how long a provider may leave the end open; longer than its own expiry
 */
@Validated
@ConfigurationProperties("octroi.payment.confirmation")
public record ConfirmationProperties(
    @NotNull @DurationMin(millis = 10) @DefaultValue("1s") Duration pollInterval,
    @Min(1) @Max(500) @DefaultValue("20") int batch,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("2m") Duration lease,
    @NotNull @DurationMin(millis = 1) @DefaultValue("2s") Duration backOff,
    @NotNull @DurationMin(millis = 1) @DefaultValue("5m") Duration maxBackOff,
    @NotNull @DurationMin(seconds = 0) @DefaultValue("15m") Duration unknownFor,
    @NotNull @DurationMin(seconds = 0) @DefaultValue("3d") Duration pendingFor) {}
