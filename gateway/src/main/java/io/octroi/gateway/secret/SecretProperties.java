package io.octroi.gateway.secret;

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
 */
@Validated
@ConfigurationProperties("octroi.gateway.secrets")
public record SecretProperties(
    @NotNull @DurationMin(seconds = 1) @DefaultValue("60s") Duration refreshInterval,
    @NotNull @DurationMin(millis = 100) @DefaultValue("5s") Duration retryInterval,
    @NotNull @DefaultValue("5s") Duration startupWait) {}
