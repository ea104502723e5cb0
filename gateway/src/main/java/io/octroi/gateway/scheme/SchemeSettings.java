package io.octroi.gateway.scheme;

import java.util.Map;
import java.util.Set;

/**
 * What an endpoint can choose about its scheme.
 *
 * @param profile the scheme's variant; empty for its default
 * @param options what only this scheme knows, by name; absent ones have its default
 */
public record SchemeSettings(Tolerance tolerance, String profile, Map<String, String> options) {
  public SchemeSettings {
    options = Map.copyOf(options);
  }

  /** Without options. */
  public SchemeSettings(Tolerance tolerance, String profile) {
    this(tolerance, profile, Map.of());
  }

  /** The tolerance that an endpoint chose, or the scheme's own where it left the default. */
  public Tolerance toleranceOr(Tolerance own) {
    return tolerance.equals(Tolerance.DEFAULT) ? own : tolerance;
  }

  /**
   * @throws IllegalArgumentException if a profile or an option is set
   */
  public SchemeSettings withoutProfile() {
    if (!profile.isEmpty()) {
      throw new IllegalArgumentException("the scheme has no profiles, found " + profile);
    }
    return withOptions(Set.of());
  }

  /**
   * @throws IllegalArgumentException if an option is set that is none of {@code known}
   */
  public SchemeSettings withOptions(Set<String> known) {
    for (String option : options.keySet()) {
      if (!known.contains(option)) {
        throw new IllegalArgumentException("the scheme has no option " + option);
      }
    }
    return this;
  }
}
