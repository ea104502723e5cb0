package io.octroi.gateway.endpoint;

import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.secret.SecretsInUse;

/**
 * One place to post to.
 *
 * @param name the last part of its path
 * @param provider whose language the bodies speak
 * @param audience who reads what it lets in
 * @param publicUrl its address as the provider knows it, without a query; empty if not configured
 */
public record Endpoint(
    String name,
    String provider,
    Audience audience,
    String publicUrl,
    WebhookScheme scheme,
    SecretsInUse secrets) {}
