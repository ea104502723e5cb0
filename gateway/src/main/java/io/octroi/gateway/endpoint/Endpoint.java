package io.octroi.gateway.endpoint;

import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.secret.SecretsInUse;

/**
 * One place to post to.
 *
 * @param name the last part of its path
 * @param provider whose language the bodies speak
 */
public record Endpoint(String name, String provider, WebhookScheme scheme, SecretsInUse secrets) {}
