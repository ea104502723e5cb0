package io.octroi.jobs;

import java.util.Locale;
import java.util.Map;

/** How the broker is signed in to. */
enum Authentication {
  /** TLS, with the role of the pod. */
  IAM,
  /** TLS without signing in. */
  TLS,
  /** Neither, for a trial. */
  PLAINTEXT;

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static Authentication named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** For a client of the broker. */
  Map<String, String> settings() {
    return switch (this) {
      case IAM ->
          Map.of(
              "security.protocol", "SASL_SSL",
              "sasl.mechanism", "AWS_MSK_IAM",
              "sasl.jaas.config", "software.amazon.msk.auth.iam.IAMLoginModule required;",
              "sasl.client.callback.handler.class",
                  "software.amazon.msk.auth.iam.IAMClientCallbackHandler");
      case TLS -> Map.of("security.protocol", "SSL");
      case PLAINTEXT -> Map.of("security.protocol", "PLAINTEXT");
    };
  }
}
