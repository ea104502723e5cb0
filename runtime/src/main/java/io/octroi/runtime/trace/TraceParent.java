package io.octroi.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span as text: the {@code traceparent} of W3C Trace Context. */
public final class TraceParent {
  private static final String HEADER = "traceparent";

  private static final TextMapGetter<String> THE_TEXT_ITSELF =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
          return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
          return HEADER.equals(key) ? carrier : null;
        }
      };

  private TraceParent() {}

  /** The span as text; empty where nothing is traced. */
  public static String of(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid()
        ? "00-"
            + context.getTraceId()
            + "-"
            + context.getSpanId()
            + "-"
            + context.getTraceFlags().asHex()
        : "";
  }

  /** What a text says; one that is empty or malformed makes a context without a span. */
  public static Context context(String text) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), text, THE_TEXT_ITSELF);
  }

  /** The span that a text names; invalid where it is empty or malformed. */
  public static SpanContext span(String text) {
    return Span.fromContext(context(text)).getSpanContext();
  }
}
