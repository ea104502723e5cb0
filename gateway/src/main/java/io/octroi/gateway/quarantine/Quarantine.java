package io.octroi.gateway.quarantine;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.secret.SecretsInUse;
import io.octroi.gateway.source.Source;
import io.octroi.gateway.telemetry.GatewayMetric;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Keeps refused requests that may have been genuine under a secret that we did not know. It keeps
 * what it can and never holds up an answer: what finds no room is dropped and counted.
 */
public class Quarantine {
  /** What a record costs beside its content: labels, nonce, tag, and the broker's own. */
  private static final int OVERHEAD_BYTES = 512;

  private final SecretsInUse secrets;
  private final Allowance allowance;
  private final KafkaTemplate<String, byte[]> kafka;
  private final QuarantineProperties properties;
  private final MeterRegistry meters;
  private final Semaphore inFlight;

  Quarantine(
      SecretsInUse secrets,
      Allowance allowance,
      KafkaTemplate<String, byte[]> kafka,
      QuarantineProperties properties,
      MeterRegistry meters) {
    this.secrets = secrets;
    this.allowance = allowance;
    this.kafka = kafka;
    this.properties = properties;
    this.meters = meters;
    this.inFlight = new Semaphore(properties.maxInFlight());
  }

  /** A request as it was refused, and the span in which it was. */
  public record Refused(
      String endpoint,
      String method,
      WebhookRequest request,
      Instant receivedAt,
      RejectionReason reason,
      String traceparent) {}

  /** Keeps it if it may have been genuine and there is room; returns at once, never throws. */
  public void offer(Refused refused, Source source) {
    if (properties.secretId().isEmpty() || !refused.reason().mayBeGenuine()) {
      return;
    }
    Optional<DataKey> key = keys().stream().findFirst();
    if (key.isEmpty()) {
      drop(refused, "no-key");
      return;
    }
    long bytes = size(refused.request());
    if (bytes > properties.maxRequest().toBytes()) {
      drop(refused, "too-large");
      return;
    }
    if (!inFlight.tryAcquire()) {
      drop(refused, "busy");
      return;
    }
    Allowance.Verdict verdict = allowance.take(refused.endpoint(), source, bytes);
    if (verdict != Allowance.Verdict.GRANTED) {
      inFlight.release();
      drop(refused, verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      return;
    }
    // A thread of its own: the producer may wait for a broker that is away.
    Thread.startVirtualThread(() -> keep(refused, source, key.get()));
  }

  /** The keys that are in use, the one to seal with first. */
  List<DataKey> keys() {
    return secrets.current().stream().map(DataKey::of).flatMap(Optional::stream).toList();
  }

  private void keep(Refused refused, Source source, DataKey key) {
    Entry entry =
        new Entry(
            refused.endpoint(),
            refused.receivedAt(),
            refused.method(),
            refused.reason().wireName(),
            key.nameOf(source),
            refused.traceparent(),
            refused.request());
    try {
      var _ =
          kafka
              .send(SealedRecords.seal(entry, key))
              .whenComplete((sent, failure) -> {
                inFlight.release();
                if (failure == null) {
                  GatewayMetric.QUARANTINED.count(
                      meters, refused.endpoint(), refused.reason().wireName());
                } else {
                  drop(refused, "broker");
                }
              });
    } catch (RuntimeException e) {
      inFlight.release();
      drop(refused, "broker");
    }
  }

  private void drop(Refused refused, String cause) {
    GatewayMetric.QUARANTINE_DROPPED.count(meters, refused.endpoint(), cause);
  }

  private static long size(WebhookRequest request) {
    long bytes = (long) OVERHEAD_BYTES + request.url().length() + request.reference().length();
    for (Map.Entry<String, List<String>> line : request.headers().lines().entrySet()) {
      for (String value : line.getValue()) {
        bytes += line.getKey().length() + value.length() + 9L;
      }
    }
    return bytes + request.body().length;
  }
}
