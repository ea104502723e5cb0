package io.octroi.gateway.problem;

import java.util.Arrays;

/**
 * Every way in which the gateway says no (RFC 9457). The text is fixed: nothing of a request, a key
 * or the machine ever gets into it.
 */
public enum Problem {
  BAD_REQUEST(400, "bad-request", "The request cannot be read"),
  BAD_SIGNATURE(400, "bad-signature", "Nothing proves that the provider sent this"),
  BAD_EVENT(400, "bad-event", "The request is signed, but holds no acceptable event"),
  NOT_FOUND(404, "not-found", "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "Webhooks are posted"),
  REQUEST_TIMEOUT(408, "request-timeout", "The request took too long to arrive"),
  TOO_LARGE(413, "too-large", "The body is larger than any webhook"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The endpoint takes another media type"),
  TOO_MANY_REJECTIONS(429, "too-many-rejections", "Too many requests without a valid signature"),
  INTERNAL(500, "internal", "Something went wrong here"),
  UNAVAILABLE(503, "unavailable", "Webhooks cannot be taken now; send this one again");

  /** Media type of the answers. */
  public static final String CONTENT_TYPE = "application/problem+json";

  private final int status;
  private final String slug;
  private final String title;

  Problem(int status, String slug, String title) {
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /**
   * The nearest problem to a status that something beneath us chose. 501 and 505 are what the
   * server says of an encoding or a protocol that it does not know: the caller's fault, not ours.
   */
  static Problem ofStatus(int status) {
    return Arrays.stream(values())
        .filter(problem -> problem.status == status)
        .findFirst()
        .orElse(status < 500 || status == 501 || status == 505 ? BAD_REQUEST : INTERNAL);
  }

  /** The answer's body; all text is ours and needs no escaping. */
  String json(String reason) {
    // Joined, not formatted: a format would print the number in the machine's locale.
    String members =
        "{\"type\":\"urn:octroi:problem:"
            + slug
            + "\",\"title\":\""
            + title
            + "\",\"status\":"
            + status;
    return members + (reason.isEmpty() ? "}" : ",\"reason\":\"" + reason + "\"}");
  }
}
