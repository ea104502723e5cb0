package io.octroi.gateway.intake;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a webhook was sent to, as the path of the request says after {@link #ROOT}.
 *
 * @param endpoint the endpoint's name; empty if the path is none of a webhook
 * @param reference what the path names beside the endpoint; empty if nothing
 * @param route the pattern that the path follows, of which nothing was made up by a stranger
 */
record WebhookPath(String endpoint, String reference, String route) {
  /** What all paths of webhooks begin with. */
  static final String ROOT = "/webhooks";

  private static final String OF_AN_ENDPOINT = ROOT + "/{endpoint}";
  private static final String WITH_A_REFERENCE = OF_AN_ENDPOINT + "/{reference}";
  private static final WebhookPath NONE = new WebhookPath("", "", ROOT + "/*");

  /** Of a request to a servlet of {@link #ROOT}. */
  static WebhookPath of(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null || path.isEmpty() ? NONE : of(path.substring(1));
  }

  private static WebhookPath of(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return path.isEmpty() ? NONE : new WebhookPath(path, "", OF_AN_ENDPOINT);
    }
    String reference = path.substring(slash + 1);
    return slash == 0 || reference.isEmpty() || reference.indexOf('/') >= 0
        ? NONE
        : new WebhookPath(path.substring(0, slash), reference, WITH_A_REFERENCE);
  }
}
