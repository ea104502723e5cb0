package io.octroi.gateway.intake;

import io.octroi.contracts.TraceHeader;
import io.octroi.runtime.trace.TraceParent;
import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestHandler;

/**
 * Answers each request in a span of its own. It begins a trace: a sender's own one is not trusted,
 * neither to name ours nor to decide whether it is kept, but whoever knows it finds ours by the
 * link.
 *
 * <p>It stands for Spring's observation of requests, which took a fifth of the gateway's work, and
 * whose meter says less than ours; docs/performance.md has the figures.
 */
final class TracedHandler implements HttpRequestHandler {
  private final HttpRequestHandler handler;
  private final Traces traces;

  TracedHandler(HttpRequestHandler handler, Traces traces) {
    this.handler = handler;
    this.traces = traces;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Span span = begin(request);
    try (Scope _ = span.makeCurrent()) {
      handler.handleRequest(request, response);
      answered(span, response.getStatus());
    } catch (ServletException | IOException | RuntimeException e) {
      span.setStatus(StatusCode.ERROR).setAttribute("error.type", e.getClass().getName());
      throw e;
    } finally {
      span.end();
    }
  }

  private Span begin(HttpServletRequest request) {
    Span span = traces.answering(request.getMethod(), WebhookPath.of(request).route());
    String named = request.getHeader(TraceHeader.NAME);
    SpanContext foreign = TraceParent.span(named == null ? "" : named);
    if (foreign.isValid()) {
      span.addLink(foreign);
    }
    return span;
  }

  private static void answered(Span span, int status) {
    span.setAttribute("http.response.status_code", status);
    if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      span.setStatus(StatusCode.ERROR).setAttribute("error.type", String.valueOf(status));
    }
  }
}
