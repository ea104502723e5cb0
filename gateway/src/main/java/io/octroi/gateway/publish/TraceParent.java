package io.octroi.gateway.publish;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Optional;

/**
 * Says in W3C form which span a record was written in, so that its readers go on with the trace.
 */
final class TraceParent {
  static final String HEADER = "traceparent";

  private final Tracer tracer;

  TraceParent(Tracer tracer) {
    this.tracer = tracer;
  }

  /** The context of the request that is being answered; empty if nothing is traced. */
  Optional<String> current() {
    return Optional.ofNullable(tracer.currentSpan()).map(Span::context).map(TraceParent::text);
  }

  private static String text(TraceContext context) {
    String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
  }
}
