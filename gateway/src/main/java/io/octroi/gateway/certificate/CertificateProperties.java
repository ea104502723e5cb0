package io.octroi.gateway.certificate;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How signing certificates are fetched.
 *
 * @param timeout how long one fetch may take, its answer's body included
 * @param maxSize the largest answer
 * @param keepFor how long a certificate is used before it is fetched again
 * @param retryAfter how long one that could not be had is not asked for again
 * @param perMinute how many fetches there are in a minute at most, for all endpoints
 * @param maxEntries how many addresses are remembered
 * @param instead where all certificates are fetched in place of the providers' hosts, scheme and
 *     host without a path, which is told the provider's in {@code X-Forwarded-Proto} and {@code
 *     X-Forwarded-Host}; for stand-ins, empty in production
 */
@Validated
@ConfigurationProperties("octroi.gateway.certificates")
record CertificateProperties(
    @NotNull @DurationMin(millis = 100) @DefaultValue("3s") Duration timeout,
    @NotNull @DefaultValue("64KB") DataSize maxSize,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1d") Duration keepFor,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("30s") Duration retryAfter,
    @Min(1) @DefaultValue("30") int perMinute,
    @Min(1) @DefaultValue("64") int maxEntries,
    @NotNull @Pattern(regexp = "(https?://[^/?#]+)?") @DefaultValue("") String instead) {}
