package io.octroi.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Carries the W3C trace context into a handler, through the outbox and out again. */
final class TraceContexts {
  static final String HEADER = "traceparent";

  private static final TextMapGetter<String> TRACEPARENT_ONLY =
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

  private final Tracer tracer;

  TraceContexts(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.octroi.messaging");
  }

  /** Begins the span that handles a record, as a child of the one that published it. */
  Span consume(ConsumerRecord<String, byte[]> message, String group) {
    Header header = message.headers().lastHeader(HEADER);
    String parent =
        header == null || header.value() == null
            ? ""
            : new String(header.value(), StandardCharsets.US_ASCII);
    return tracer
        .spanBuilder("process " + message.topic())
        .setParent(context(parent))
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.operation.type", "process")
        .setAttribute("messaging.destination.name", message.topic())
        .setAttribute("messaging.destination.partition.id", String.valueOf(message.partition()))
        .setAttribute("messaging.kafka.offset", message.offset())
        .setAttribute("messaging.consumer.group.name", group)
        .startSpan();
  }

  /** Begins the span that publishes an outbox row, as a child of the one that appended it. */
  Span publish(OutboxRow row) {
    return tracer
        .spanBuilder("send " + row.topic())
        .setParent(context(row.traceparent()))
        .setSpanKind(SpanKind.PRODUCER)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.operation.type", "send")
        .setAttribute("messaging.destination.name", row.topic())
        .startSpan();
  }

  /**
   * Begins a trace of its own for a record that is published once more, linked to the first.
   *
   * @return its {@code traceparent}, or the first one where nothing is traced
   */
  String redrive(String first) {
    Span span =
        tracer
            .spanBuilder("redrive")
            .setParent(Context.current())
            .addLink(Span.fromContext(context(first)).getSpanContext())
            .setSpanKind(SpanKind.PRODUCER)
            .startSpan();
    span.end();
    String own = traceparent(span);
    return own.isEmpty() ? first : own;
  }

  /** The span's context as a {@code traceparent}; empty where nothing is traced. */
  static String traceparent(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : "";
  }

  private static Context context(String traceparent) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), traceparent, TRACEPARENT_ONLY);
  }
}
