package io.octroi.vectors.gateway;

import io.octroi.vectors.file.Surroundings;
import io.octroi.vectors.file.VectorCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoint that a case wants. Cases that want the same share one.
 *
 * @param publicUrl without a query
 * @param tolerance by the names of its settings
 * @param trustAnchors in PEM; empty for the platform's
 * @param provesBySecret whether the protocol has secrets, although this endpoint may have none
 */
record EndpointSettings(
    String scheme,
    String profile,
    String publicUrl,
    Map<String, String> tolerance,
    Map<String, String> options,
    String trustAnchors,
    boolean provesBySecret,
    List<String> secrets) {

  static EndpointSettings of(VectorCase vector, boolean provesBySecret) {
    Surroundings around = vector.surroundings();
    Map<String, String> options = new HashMap<>();
    put(options, "topic-arns", String.join(",", around.topics()));
    put(options, "certificate-path", around.certificatePath());
    Map<String, String> tolerance = new HashMap<>();
    put(tolerance, "past", seconds(around.tolerancePastSeconds()));
    put(tolerance, "future", seconds(around.toleranceFutureSeconds()));
    return new EndpointSettings(
        scheme(vector.source()),
        around.profile(),
        around.url().split("[?#]", 2)[0],
        tolerance,
        options,
        around.trustAnchors(),
        provesBySecret,
        vector.secrets());
  }

  /** Schemes have their sources' names, but for two. */
  private static String scheme(String source) {
    return switch (source) {
      case "generic_hmac" -> "generic";
      case "aws_sns" -> "sns";
      default -> source.replace('_', '-');
    };
  }

  private static String seconds(String number) {
    return number.isEmpty() ? "" : number + "s";
  }

  private static void put(Map<String, String> settings, String name, String value) {
    if (!value.isEmpty()) {
      settings.put(name, value);
    }
  }
}
