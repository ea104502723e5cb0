package io.octroi.gateway.flutterwave;

import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.SharedToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The two generations of the API. An endpoint speaks one of them and never falls back. */
enum FlutterwaveProfile {
  /** {@code flutterwave-signature}: HMAC-SHA256 over the body in Base64. */
  V4("flutterwave-signature") {
    @Override
    boolean proves(Secret secret, String shown, byte[] body) {
      byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
      String expected = Base64.getEncoder().encodeToString(Hmac.sha256(key, body));
      return Hmac.anyEquals(expected, List.of(shown));
    }
  },
  /** {@code verif-hash}: the secret itself. It proves nothing about the body. */
  V3("verif-hash") {
    @Override
    boolean proves(Secret secret, String shown, byte[] body) {
      return SharedToken.matches(secret, shown);
    }
  };

  private final String header;

  FlutterwaveProfile(String header) {
    this.header = header;
  }

  /**
   * @param name as in the configuration; empty for the default, {@code v4}
   * @throws IllegalArgumentException for a name that no profile has
   */
  static FlutterwaveProfile ofName(String name) {
    return switch (name) {
      case "", "v4" -> V4;
      case "v3" -> V3;
      default -> throw new IllegalArgumentException("unknown profile " + name);
    };
  }

  String header() {
    return header;
  }

  /** Whether {@code shown}, the header's value, is what the holder of the secret would send. */
  abstract boolean proves(Secret secret, String shown, byte[] body);
}
