package io.octroi.operations.answer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.ErrorResponseException;

/** Refusals as RFC 9457 problems whose {@code type} programs can rely on. */
public final class Problems {
  private static final String NAMESPACE = "urn:octroi:problem:";

  private Problems() {}

  /** What the call asks for is not there. */
  public static ErrorResponseException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "not-found", detail);
  }

  /** What the call asks for is there, and not in a state that allows it. */
  public static ErrorResponseException conflict(String type, String detail) {
    return of(HttpStatus.CONFLICT, type, detail);
  }

  /** The call makes no sense. */
  public static ErrorResponseException badRequest(String type, String detail) {
    return of(HttpStatus.BAD_REQUEST, type, detail);
  }

  /**
   * @param type a stable name in lower case, such as {@code reason-required}
   * @param detail for people; holds no secret and nothing personal
   */
  public static ErrorResponseException of(HttpStatus status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(NAMESPACE + type));
    return new ErrorResponseException(status, problem, null);
  }

  /**
   * Writes a problem where no controller is at work.
   *
   * @param title fixed text; is not escaped
   */
  public static void write(
      ServerHttpResponse response, HttpStatus status, String type, String title)
      throws IOException {
    response.setStatusCode(status);
    response.getHeaders().set("Content-Type", "application/problem+json");
    response
        .getBody()
        .write(
            ("{\"type\":\""
                    + NAMESPACE
                    + type
                    + "\",\"title\":\""
                    + title
                    + "\",\"status\":"
                    + status.value()
                    + "}")
                .getBytes(StandardCharsets.UTF_8));
    response.flush();
  }
}
