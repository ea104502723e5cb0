package io.octroi.gateway.secret;

import io.octroi.runtime.secret.OutOfTurn;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How secrets are had from AWS Secrets Manager.
 *
 * @param refreshInterval how long a rotation may take to be noticed
 * @param retryInterval how long to wait while some endpoint has none at all
 * @param startupWait how long a start waits for the first load before it goes on without
 * @param mismatchRefreshInterval how often an endpoint's secrets are loaded out of turn at most,
 *     because a request could not be proved with those in use
 * @param mismatchRefreshesPerMinute how often that happens at most for all endpoints together
 * @param mismatchWait how long such a request waits for the load before it is rejected
 * @param mismatchMaxWaiting how many requests wait for it at one moment; more are rejected at once
 * @param retireAfter how long a version must have been out of use before it is safe to retire: the
 *     longest time over which a provider sends a webhook again
 */
@Validated
@ConfigurationProperties("octroi.gateway.secrets")
public record SecretProperties(
    @NotNull @DurationMin(seconds = 1) @DefaultValue("60s") Duration refreshInterval,
    @NotNull @DurationMin(millis = 100) @DefaultValue("5s") Duration retryInterval,
    @NotNull @DefaultValue("5s") Duration startupWait,
    @NotNull @DurationMin(millis = 100) @DefaultValue("10s") Duration mismatchRefreshInterval,
    @Min(1) @DefaultValue("60") int mismatchRefreshesPerMinute,
    @NotNull @DurationMin(millis = 10) @DefaultValue("1s") Duration mismatchWait,
    @Min(1) @DefaultValue("1024") int mismatchMaxWaiting,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("72h") Duration retireAfter) {

  OutOfTurn.Limits mismatchLimits() {
    return new OutOfTurn.Limits(
        mismatchRefreshInterval, mismatchRefreshesPerMinute, mismatchWait, mismatchMaxWaiting);
  }
}
