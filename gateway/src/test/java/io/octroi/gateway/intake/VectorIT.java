package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict on every case of the vector files, through a socket and to the broker. */
class VectorIT {
  /** An endpoint with a secret of no use does not even start; see EndpointFactoryTest. */
  private static final List<Vector> CASES =
      Vector.all()
          .filter(vector -> !vector.expected().equals("invalid:misconfigured-secret"))
          .filter(vector -> vector.secrets().stream().noneMatch(s -> s.value().isEmpty()))
          // Certificates and addresses differ by case: these are proved in the pure core.
          .filter(vector -> !Set.of("paypal", "aws_sns", "twilio").contains(vector.file()))
          .toList();

  private static final Map<String, String> ENDPOINTS = new HashMap<>();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    Map<String, String> properties = new HashMap<>();
    properties.put("octroi.gateway.rejections.per-minute", "1000000");
    for (Vector vector : CASES) {
      ENDPOINTS.computeIfAbsent(settings(vector), absent -> endpoint(vector, properties));
    }
    gateway = RunningGateway.start(properties);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar-SA", "th-TH-u-nu-thai"})
  void a_must_case_gets_its_verdict_in_any_locale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));

      assertThat(CASES.stream().filter(vector -> vector.strictness().equals("must")))
          .hasSizeGreaterThan(100)
          .allSatisfy(vector -> assertThat(status(vector)).isEqualTo(letsIn(vector) ? 202 : 400));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void no_case_at_all_is_a_fault_of_ours() {
    assertThat(CASES).allSatisfy(vector -> assertThat(status(vector)).isIn(200, 202, 400));
  }

  /** A hint is let in however the provider may answer when it is asked. */
  private static boolean letsIn(Vector vector) {
    return vector.valid() || vector.decidedByAsking();
  }

  private static int status(Vector vector) {
    gateway.clock().set(vector.now());
    String name = ENDPOINTS.get(settings(vector));
    String path =
        "/webhooks/" + name + (vector.reference().isEmpty() ? "" : "/") + vector.reference();
    return gateway.http().send(vector.method(), path, vector.headers(), vector.body()).status();
  }

  private static String settings(Vector vector) {
    return vector.file() + vector.profile() + vector.secrets().stream().map(Secret::value).toList();
  }

  private static String endpoint(Vector vector, Map<String, String> properties) {
    String prefix = "octroi.gateway.endpoints[" + ENDPOINTS.size() + "].";
    String name = "vector-" + ENDPOINTS.size();
    properties.put(prefix + "name", name);
    properties.put(prefix + "scheme", scheme(vector));
    properties.put(prefix + "profile", vector.profile());
    List<Secret> secrets = vector.secrets();
    for (int i = 0; i < secrets.size(); i++) {
      properties.put(prefix + "secrets[" + i + "].version", secrets.get(i).version());
      properties.put(prefix + "secrets[" + i + "].value", secrets.get(i).value());
    }
    return name;
  }

  private static String scheme(Vector vector) {
    return switch (vector.file()) {
      case "stripe" -> "stripe";
      case "standard_webhooks" -> "standard-webhooks";
      case "generic_hmac" -> "generic";
      default -> vector.file().replace('_', '-');
    };
  }
}
