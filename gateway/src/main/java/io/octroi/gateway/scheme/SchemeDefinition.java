package io.octroi.gateway.scheme;

import java.util.function.Function;

/**
 * A scheme that endpoints can name.
 *
 * @param name its name in the configuration
 * @param provider whose language the bodies speak, unless an endpoint says otherwise
 * @param audience who reads what it lets in
 * @param create makes it; throws {@link IllegalArgumentException} for settings it does not know
 */
public record SchemeDefinition(
    String name,
    String provider,
    Audience audience,
    Function<SchemeSettings, WebhookScheme> create) {

  /** A scheme that has its provider's name. */
  public SchemeDefinition(
      String name, Audience audience, Function<SchemeSettings, WebhookScheme> create) {
    this(name, name, audience, create);
  }

  /** A scheme of a payment provider. */
  public SchemeDefinition(String name, Function<SchemeSettings, WebhookScheme> create) {
    this(name, Audience.PAYMENTS, create);
  }
}
