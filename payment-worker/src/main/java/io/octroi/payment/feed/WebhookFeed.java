package io.octroi.payment.feed;

import io.octroi.contracts.TraceHeader;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.runtime.trace.TraceParent;
import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Publishes webhooks from here as the gateway does, so that they go the one way there is. */
public final class WebhookFeed implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final Duration timeout;
  private final Traces traces;

  /**
   * @param producer idempotent, and waits for all replicas
   * @param timeout how long the broker may take for one call
   */
  public WebhookFeed(Producer<String, byte[]> producer, Duration timeout, Traces traces) {
    this.producer = producer;
    this.timeout = timeout;
    this.traces = traces;
  }

  /** The broker did not take everything; some may have arrived. */
  public static final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FeedException(Throwable cause) {
      super("the broker did not acknowledge", cause);
    }
  }

  /**
   * Returns when the broker has all of them for good.
   *
   * @throws FeedException when it has not in time
   */
  public void publish(List<VerifiedWebhook> webhooks) {
    long end = System.nanoTime() + timeout.toNanos();
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (VerifiedWebhook webhook : webhooks) {
        sent.add(send(webhook));
      }
      for (Future<RecordMetadata> one : sent) {
        var _ = one.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeedException(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new FeedException(e);
    }
  }

  private Future<RecordMetadata> send(VerifiedWebhook webhook) {
    ProducerRecord<String, byte[]> message = WebhookCodec.toRecord(webhook);
    Span span = traces.sending(message.topic());
    TraceHeader.put(message, TraceParent.of(span));
    return producer.send(
        message,
        (metadata, failure) -> {
          if (failure != null) {
            span.setStatus(StatusCode.ERROR);
          }
          span.end();
        });
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
