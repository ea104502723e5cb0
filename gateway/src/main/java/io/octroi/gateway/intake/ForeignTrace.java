package io.octroi.gateway.intake;

import io.octroi.contracts.TraceHeader;
import io.octroi.runtime.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A sender's own trace. It is not trusted, neither to name our trace nor to decide whether it is
 * kept; whoever knows it can find ours by the link.
 */
final class ForeignTrace {
  private ForeignTrace() {}

  /** Links the span of the request that is being answered to the one its sender names. */
  static void link(HttpServletRequest request) {
    String named = request.getHeader(TraceHeader.NAME);
    SpanContext foreign = TraceParent.span(named == null ? "" : named);
    if (foreign.isValid()) {
      Span.current().addLink(foreign);
    }
  }
}
