package io.octroi.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes problems as answers. */
public final class ProblemWriter {
  private ProblemWriter() {}

  /** Writes status and body; headers beyond the content's are the caller's. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    write(response, problem, "");
  }

  /**
   * As above, with a code that tells the sender what to mend.
   *
   * @param reason one of our own wire names, or empty
   */
  public static void write(HttpServletResponse response, Problem problem, String reason)
      throws IOException {
    byte[] body = problem.json(reason).getBytes(StandardCharsets.US_ASCII);
    response.setStatus(problem.status());
    response.setContentType(Problem.CONTENT_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
