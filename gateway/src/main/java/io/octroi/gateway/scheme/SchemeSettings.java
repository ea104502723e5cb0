package io.octroi.gateway.scheme;

/**
 * What an endpoint can choose about its scheme.
 *
 * @param profile the scheme's variant; empty for its default
 */
public record SchemeSettings(Tolerance tolerance, String profile) {

  /**
   * @throws IllegalArgumentException if a profile is set
   */
  public SchemeSettings withoutProfile() {
    if (!profile.isEmpty()) {
      throw new IllegalArgumentException("the scheme has no profiles, found " + profile);
    }
    return this;
  }
}
