package io.octroi.gateway.paypal;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** The two worlds of PayPal: where certificates may be, and whom they must be for. */
@SuppressWarnings("ImmutableEnumChecker") // what Set.of makes never changes
enum PayPalProfile {
  LIVE(Set.of("api.paypal.com", "api-m.paypal.com"), Set.of("messageverificationcerts.paypal.com")),
  SANDBOX(
      Set.of(
          "api.paypal.com",
          "api-m.paypal.com",
          "api.sandbox.paypal.com",
          "api-m.sandbox.paypal.com"),
      Set.of("messageverificationcerts.paypal.com", "messageverificationcerts.sandbox.paypal.com"));

  /** One name, nothing that leads elsewhere. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Set<String> hosts;
  private final Set<String> subjects;

  PayPalProfile(Set<String> hosts, Set<String> subjects) {
    this.hosts = hosts;
    this.subjects = subjects;
  }

  /**
   * @param name as in the configuration; empty for the default, {@code live}
   * @throws IllegalArgumentException for a name that no profile has
   */
  static PayPalProfile ofName(String name) {
    return switch (name) {
      case "", "live" -> LIVE;
      case "sandbox" -> SANDBOX;
      default -> throw new IllegalArgumentException("unknown profile " + name);
    };
  }

  Set<String> subjects() {
    return subjects;
  }

  /**
   * Passes an address on if a certificate may be there. Compared as text, not as a parsed address:
   * two parsers can see two hosts in one text.
   */
  Attempt<URI> allow(String url, String pathPrefix) {
    for (String host : hosts) {
      String start = "https://" + host + pathPrefix;
      if (url.startsWith(start) && FILE.matcher(url.substring(start.length())).matches()) {
        return Attempt.passed(URI.create(url));
      }
    }
    return Attempt.failed(RejectionReason.CERT_URL_NOT_ALLOWED);
  }
}
