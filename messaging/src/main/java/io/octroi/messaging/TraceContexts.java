package io.octroi.messaging;

import io.octroi.contracts.TraceHeader;
import io.octroi.runtime.trace.TraceParent;
import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Carries the W3C trace context into a handler, through the outbox and out again. */
final class TraceContexts {
  private final Tracer tracer;
  private final Traces traces;

  TraceContexts(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.octroi.messaging");
    this.traces = new Traces(openTelemetry);
  }

  /** Begins the span that handles a record, as a child of the one that published it. */
  Span consume(ConsumerRecord<String, byte[]> message, String group) {
    return tracer
        .spanBuilder("process " + message.topic())
        .setParent(TraceParent.context(TraceHeader.read(message.headers())))
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
    return traces.sending(row.topic(), TraceParent.context(row.traceparent()));
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
            .addLink(TraceParent.span(first))
            .setSpanKind(SpanKind.PRODUCER)
            .startSpan();
    span.end();
    String own = TraceParent.of(span);
    return own.isEmpty() ? first : own;
  }
}
