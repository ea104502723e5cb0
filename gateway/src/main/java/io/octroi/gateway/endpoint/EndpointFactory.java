package io.octroi.gateway.endpoint;

import io.octroi.gateway.endpoint.EndpointProperties.EndpointSettings;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.secret.SecretStore;
import io.octroi.gateway.secret.SecretsInUse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes endpoints of their settings, or says at the start what is wrong with them. */
final class EndpointFactory {
  private final Map<String, SchemeDefinition> schemes;
  private final SecretStore store;
  private final String publicUrl;

  /**
   * @param publicUrl where the gateway is found from outside, such as {@code
   *     https://hooks.example.org}; empty if not configured
   */
  EndpointFactory(List<SchemeDefinition> schemes, SecretStore store, String publicUrl) {
    this.schemes =
        schemes.stream().collect(Collectors.toMap(SchemeDefinition::name, Function.identity()));
    this.store = store;
    this.publicUrl = publicUrl;
  }

  /**
   * @throws IllegalArgumentException for an unknown scheme or profile, for both kinds of secrets or
   *     none, and for a secret that the scheme cannot use
   */
  Endpoint create(EndpointSettings settings) {
    try {
      SchemeDefinition definition = schemes.get(settings.scheme());
      if (definition == null) {
        throw new IllegalArgumentException("unknown scheme " + settings.scheme());
      }
      WebhookScheme scheme =
          definition
              .create()
              .apply(
                  new SchemeSettings(
                      settings.tolerance().toTolerance(), settings.profile(), settings.options()));
      if (scheme.needsPublicUrl() && publicUrl(settings).isEmpty()) {
        throw new IllegalArgumentException("the scheme needs a public-url");
      }
      String provider = settings.provider().isEmpty() ? definition.provider() : settings.provider();
      return new Endpoint(
          settings.name(),
          provider,
          definition.audience(),
          publicUrl(settings),
          scheme,
          secrets(settings, scheme));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("endpoint " + settings.name() + ": " + e.getMessage(), e);
    }
  }

  private String publicUrl(EndpointSettings settings) {
    return !settings.publicUrl().isEmpty() || publicUrl.isEmpty()
        ? settings.publicUrl()
        : publicUrl + "/webhooks/" + settings.name();
  }

  private SecretsInUse secrets(EndpointSettings settings, WebhookScheme scheme) {
    if (!scheme.needsSecret()) {
      return withoutSecrets(settings);
    }
    boolean managed = !settings.secretId().isBlank();
    if (managed == !settings.secrets().isEmpty()) {
      throw new IllegalArgumentException("needs either secret-id or secrets");
    }
    if (managed) {
      return store.open(settings.name(), settings.secretId(), scheme::canUse);
    }
    List<Secret> secrets =
        settings.secrets().stream()
            .map(secret -> new Secret(secret.version(), secret.value().strip()))
            .toList();
    for (Secret secret : secrets) {
      if (!scheme.canUse(secret)) {
        throw new IllegalArgumentException("cannot use its secret " + secret.version());
      }
    }
    return SecretsInUse.fixed(secrets);
  }

  private static SecretsInUse withoutSecrets(EndpointSettings settings) {
    if (!settings.secretId().isBlank() || !settings.secrets().isEmpty()) {
      throw new IllegalArgumentException("the scheme has no secrets");
    }
    return SecretsInUse.fixed(List.of());
  }
}
