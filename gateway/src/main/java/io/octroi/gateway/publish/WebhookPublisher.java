package io.octroi.gateway.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.TraceHeader;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.trace.TraceParent;
import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes verified webhooks to the broker and waits until it has them for good. */
public class WebhookPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookPublisher.class);

  private final KafkaTemplate<String, byte[]> kafka;
  private final Traces traces;
  private final Admission admission;
  private final OverdueSends sends;
  private final MeterRegistry meters;

  WebhookPublisher(
      KafkaTemplate<String, byte[]> kafka,
      Traces traces,
      PublishProperties properties,
      OverdueSends sends,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.traces = traces;
    this.admission = new Admission(properties.maxInFlight(), properties.maxProbes());
    this.sends = sends;
    this.meters = meters;
    GatewayMetric.IN_FLIGHT.show(meters, admission::waiting);
  }

  /**
   * Publishes it on {@code topic}. Returns when the broker has acknowledged it, or will not in
   * time; never throws.
   */
  public PublishOutcome publish(String topic, VerifiedWebhook webhook) {
    return publish(topic, webhook, "");
  }

  /**
   * Publishes it on {@code topic}, as {@link #publish(String, VerifiedWebhook)} does, after it had
   * been refused before.
   *
   * @param refusedIn the span in which it was refused, to which this one is linked; may be empty
   */
  public PublishOutcome publish(String topic, VerifiedWebhook webhook, String refusedIn) {
    Optional<Admission.Permit> place = admission.tryEnter();
    if (place.isEmpty()) {
      GatewayMetric.PUBLISH_REFUSED.count(meters, webhook.endpoint());
      return PublishOutcome.REFUSED;
    }
    Span span = traces.sending(topic);
    SpanContext before = TraceParent.span(refusedIn);
    if (before.isValid()) {
      span.addLink(before);
    }
    try (var _ = place.get()) {
      PublishOutcome outcome = publish(record(topic, webhook, span), webhook);
      if (outcome != PublishOutcome.ACKNOWLEDGED) {
        span.setStatus(StatusCode.ERROR);
      }
      return outcome;
    } finally {
      span.end();
    }
  }

  private PublishOutcome publish(ProducerRecord<String, byte[]> message, VerifiedWebhook webhook) {
    try {
      var _ = sends.await(kafka.send(message));
      admission.brokerAnswered();
      return PublishOutcome.ACKNOWLEDGED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PublishOutcome.FAILED;
    } catch (ExecutionException | RuntimeException e) {
      return failed(webhook, e);
    }
  }

  private static ProducerRecord<String, byte[]> record(
      String topic, VerifiedWebhook webhook, Span span) {
    ProducerRecord<String, byte[]> message = WebhookCodec.toRecord(topic, webhook);
    TraceHeader.put(message, TraceParent.of(span));
    return message;
  }

  private PublishOutcome failed(VerifiedWebhook webhook, Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    boolean tooLarge = cause instanceof RecordTooLargeException;
    if (!tooLarge) {
      admission.brokerMissing();
    }
    GatewayMetric.PUBLISH_FAILURES.count(meters, webhook.endpoint());
    // A topic that takes less than the gateway does never mends itself: a person must act.
    LOG.atLevel(tooLarge ? Level.ERROR : Level.WARN)
        .addKeyValue(LogKeys.ENDPOINT, webhook.endpoint())
        .addKeyValue(LogKeys.EVENT_ID, webhook.eventId())
        .addKeyValue(LogKeys.ERROR, cause.getClass().getSimpleName())
        .log("Broker did not acknowledge a webhook, the provider is asked to send it again");
    return PublishOutcome.FAILED;
  }
}
