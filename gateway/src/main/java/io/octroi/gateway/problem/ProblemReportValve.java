package io.octroi.gateway.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tomcat's last word on a request that never reached the application: a problem, not a page. */
final class ProblemReportValve extends ErrorReportValve {
  private final SecurityHeaders headers;

  ProblemReportValve(SecurityHeaders headers) {
    this.headers = headers;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    boolean answered = response.isCommitted() || response.getContentWritten() > 0;
    if (status < 400 || answered || !response.setErrorReported()) {
      return;
    }
    try {
      headers.apply(response);
      ProblemWriter.write(response, Problem.ofStatus(status));
      response.finishResponse();
    } catch (IOException e) {
      getContainer().getLogger().debug("the client was gone before it was refused");
    }
  }
}
