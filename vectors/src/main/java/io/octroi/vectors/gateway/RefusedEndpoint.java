package io.octroi.vectors.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint that kept the gateway from starting, and why.
 *
 * @param name the endpoint's
 */
record RefusedEndpoint(String name, String reason) {
  private static final Pattern BY_NAME = Pattern.compile("endpoint (case-[0-9]+): (.*)");
  private static final Pattern BY_NUMBER =
      Pattern.compile("endpoints\\[([0-9]+)\\]\\.?([a-zA-Z.-]*)");

  /**
   * Reads what a start failed with.
   *
   * @param endpoints their names by their numbers
   */
  static Optional<RefusedEndpoint> of(Throwable failure, List<String> endpoints) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      Matcher named = BY_NAME.matcher(message);
      if (named.find()) {
        return Optional.of(new RefusedEndpoint(named.group(1), named.group(2)));
      }
      Matcher numbered = BY_NUMBER.matcher(message);
      if (numbered.find() && Integer.parseInt(numbered.group(1)) < endpoints.size()) {
        return Optional.of(
            new RefusedEndpoint(
                endpoints.get(Integer.parseInt(numbered.group(1))), "bad " + numbered.group(2)));
      }
    }
    return Optional.empty();
  }
}
