package io.octroi.gateway.scheme;

import java.util.function.Function;

/**
 * A scheme that endpoints can name.
 *
 * @param name its name in the configuration; also the provider's, unless an endpoint says otherwise
 * @param audience who reads what it lets in
 * @param create makes it; throws {@link IllegalArgumentException} for settings it does not know
 */
public record SchemeDefinition(
    String name, Audience audience, Function<SchemeSettings, WebhookScheme> create) {

  /** A scheme of a payment provider. */
  public SchemeDefinition(String name, Function<SchemeSettings, WebhookScheme> create) {
    this(name, Audience.PAYMENTS, create);
  }
}
