package io.octroi.payment.secretuse;

import java.time.Instant;

/**
 * What is known of a version of an endpoint's secret.
 *
 * @param firstUsedAt when it proved a webhook for the first time, by the gateway's clock
 * @param lastUsedAt when it last did
 * @param uses how many webhooks it proved, each counted once however often it came
 * @param watchedSince since when everything that came in at the endpoint is known
 */
public record SecretUse(
    String endpoint,
    String version,
    Instant firstUsedAt,
    Instant lastUsedAt,
    long uses,
    Instant watchedSince) {}
