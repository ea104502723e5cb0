package io.octroi.payment.translation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The translators by provider. */
public final class Translators {
  private final Map<String, Translator> byProvider;

  /**
   * @throws IllegalStateException for two translators of one provider
   */
  public Translators(Collection<Translator> translators) {
    byProvider =
        translators.stream()
            .collect(Collectors.toUnmodifiableMap(Translator::provider, Function.identity()));
  }

  public Optional<Translator> of(String provider) {
    return Optional.ofNullable(byProvider.get(provider));
  }
}
