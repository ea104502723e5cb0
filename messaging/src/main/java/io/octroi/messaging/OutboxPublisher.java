package io.octroi.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.TraceHeader;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends outbox rows to the broker and tells which of them it has. */
final class OutboxPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);

  private final Producer<String, byte[]> producer;
  private final TraceContexts traces;
  private final MeterRegistry metrics;

  OutboxPublisher(Producer<String, byte[]> producer, TraceContexts traces, MeterRegistry metrics) {
    this.producer = producer;
    this.traces = traces;
    this.metrics = metrics;
  }

  /**
   * Sends the rows in their order and waits until the broker has answered for each.
   *
   * @param heartbeat called each {@code interval} while waiting
   * @return the ids of the rows that the broker acknowledged
   */
  List<Long> publish(List<OutboxRow> rows, Duration interval, Runnable heartbeat)
      throws InterruptedException {
    List<InFlight> inFlight = new ArrayList<>(rows.size());
    for (OutboxRow row : rows) {
      Span span = traces.publish(row);
      inFlight.add(new InFlight(row, span, producer.send(message(row, span))));
    }
    List<Long> acknowledged = new ArrayList<>(rows.size());
    Map<String, Integer> published = new HashMap<>();
    for (InFlight sent : inFlight) {
      if (sent.acknowledged(interval, heartbeat)) {
        acknowledged.add(sent.row().id());
        published.merge(sent.row().topic(), 1, Integer::sum);
      }
    }
    published.forEach(
        (topic, count) -> MessagingMetric.OUTBOX_PUBLISHED.add(metrics, count, topic));
    return acknowledged;
  }

  private static ProducerRecord<String, byte[]> message(OutboxRow row, Span span) {
    ProducerRecord<String, byte[]> message =
        EventCodec.toRecord(
            row.topic(),
            row.key(),
            new EventCodec.Stored(
                row.eventId(), row.source(), row.type(), row.occurredAt(), row.payload()));
    TraceHeader.put(message, TraceParent.of(span));
    return message;
  }

  private static String reason(ExecutionException failure) {
    Throwable cause = failure.getCause();
    return (cause == null ? failure : cause).getClass().getSimpleName();
  }

  private record InFlight(OutboxRow row, Span span, Future<?> answer) {

    boolean acknowledged(Duration interval, Runnable heartbeat) throws InterruptedException {
      try {
        while (true) {
          try {
            answer.get(interval.toMillis(), TimeUnit.MILLISECONDS);
            return true;
          } catch (TimeoutException e) {
            heartbeat.run();
          }
        }
      } catch (ExecutionException e) {
        span.setStatus(StatusCode.ERROR);
        LOG.atError()
            .addKeyValue(LogKeys.EVENT_ID, row.eventId())
            .addKeyValue(LogKeys.TOPIC, row.topic())
            .addKeyValue(LogKeys.REASON, reason(e))
            .log("The broker refused an event; it stays in the outbox and is sent again");
        return false;
      } finally {
        span.end();
      }
    }
  }
}
