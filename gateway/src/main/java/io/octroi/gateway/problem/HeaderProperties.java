package io.octroi.gateway.problem;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Security headers that depend on where the gateway stands.
 *
 * @param hstsMaxAge how long browsers must insist on TLS; 0 leaves the header out, as behind a
 *     proxy that sets it
 */
@Validated
@ConfigurationProperties("octroi.gateway.headers")
public record HeaderProperties(@NotNull @DefaultValue("0s") Duration hstsMaxAge) {}
