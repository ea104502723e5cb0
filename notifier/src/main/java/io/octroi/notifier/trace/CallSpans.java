package io.octroi.notifier.trace;

import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Makes each call a span that is named by its method and the last part of its path. The rest of the
 * URL stays out of it: it may hold a token or an account.
 */
public record CallSpans(Traces traces) implements ClientHttpRequestInterceptor {

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    try {
      return traces.calling(name(request), span -> call(request, body, execution, span));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ClientHttpResponse call(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution, Span span) {
    URI uri = request.getURI();
    span.setAttribute("http.request.method", request.getMethod().name());
    span.setAttribute("server.address", uri.getHost());
    try {
      ClientHttpResponse response = execution.execute(request, body);
      int status = response.getStatusCode().value();
      span.setAttribute("http.response.status_code", status);
      if (status >= 400) {
        span.setStatus(StatusCode.ERROR);
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(HttpRequest request) {
    String path = request.getURI().getPath();
    return request.getMethod().name() + " " + path.substring(path.lastIndexOf('/') + 1);
  }
}
