package io.octroi.runtime.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Set;
import java.util.function.Function;

/**
 * Begins spans, named as OpenTelemetry's semantic conventions name them. Of an exception only its
 * class is noted: its message may hold an address or a secret.
 */
public final class Traces {
  private static final Set<String> METHODS =
      Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  private final Tracer tracer;

  public Traces(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.octroi");
  }

  /** Where nothing is traced. */
  public static Traces none() {
    return new Traces(OpenTelemetry.noop());
  }

  /**
   * Does a piece of work that was begun elsewhere, perhaps long ago.
   *
   * @param traceparent the span that caused it; empty begins a trace
   */
  public <T> T continuing(String traceparent, String name, Function<Span, T> work) {
    return within(tracer.spanBuilder(name).setParent(TraceParent.context(traceparent)), work);
  }

  /** Asks a system outside of ours, as part of what is under way. */
  public <T> T calling(String name, Function<Span, T> call) {
    return within(tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT), call);
  }

  /**
   * Begins to answer a request, in a trace of its own whatever else is under way; to be ended by
   * the caller.
   *
   * @param method as it was sent; one that HTTP does not know is told nobody, since a stranger made
   *     it up: {@code _OTHER}, and {@code HTTP} in the name, as OpenTelemetry's conventions have it
   * @param route the pattern that it was found by, such as {@code /webhooks/{endpoint}}
   */
  public Span answering(String method, String route) {
    boolean known = METHODS.contains(method);
    return tracer
        .spanBuilder((known ? method : "HTTP") + " " + route)
        .setNoParent()
        .setSpanKind(SpanKind.SERVER)
        .setAttribute("http.request.method", known ? method : "_OTHER")
        .setAttribute("http.route", route)
        .startSpan();
  }

  /** Begins to publish a record, as part of what is under way; to be ended by the caller. */
  public Span sending(String topic) {
    return sending(topic, Context.current());
  }

  /** Begins to publish a record, as part of {@code parent}; to be ended by the caller. */
  public Span sending(String topic, Context parent) {
    return tracer
        .spanBuilder("send " + topic)
        .setParent(parent)
        .setSpanKind(SpanKind.PRODUCER)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.operation.type", "send")
        .setAttribute("messaging.destination.name", topic)
        .startSpan();
  }

  private static <T> T within(SpanBuilder builder, Function<Span, T> work) {
    Span span = builder.startSpan();
    try (Scope _ = span.makeCurrent()) {
      return work.apply(span);
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR).setAttribute("error.type", e.getClass().getName());
      throw e;
    } finally {
      span.end();
    }
  }
}
