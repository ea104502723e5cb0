package io.octroi.gateway.scheme;

import java.util.function.Function;

/**
 * A scheme that endpoints can name.
 *
 * @param name its name in the configuration; also the provider's, unless an endpoint says otherwise
 * @param create makes it; throws {@link IllegalArgumentException} for settings it does not know
 */
public record SchemeDefinition(String name, Function<SchemeSettings, WebhookScheme> create) {}
