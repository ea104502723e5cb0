package io.octroi.gateway.quarantine;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Origin;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.gateway.endpoint.Endpoint;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.publish.PublishOutcome;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.publish.WebhookRecords;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies kept requests again: with the secrets of now, over the bytes and at the time of then.
 * What holds is published as it would have been. That may be done any number of times: the ledger
 * knows each event by its id.
 */
public class Redemption {
  private static final Logger LOG = LoggerFactory.getLogger(Redemption.class);

  private final Quarantine quarantine;
  private final KeptRecords kept;
  private final Endpoints endpoints;
  private final WebhookPublisher publisher;
  private final QuarantineProperties properties;
  private final Clock clock;
  private final MeterRegistry meters;
  private final ReentrantLock one = new ReentrantLock();

  Redemption(
      Quarantine quarantine,
      KeptRecords kept,
      Endpoints endpoints,
      WebhookPublisher publisher,
      QuarantineProperties properties,
      Clock clock,
      MeterRegistry meters) {
    this.quarantine = quarantine;
    this.kept = kept;
    this.endpoints = endpoints;
    this.publisher = publisher;
    this.properties = properties;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Publishes what holds now.
   *
   * @param dryRun only says what would be published
   * @return what became of the kept requests; empty while another redemption is under way
   */
  public Optional<Redeemed> redeem(Selection selection, boolean dryRun) {
    if (!one.tryLock()) {
      return Optional.empty();
    }
    try {
      Redeemed.Tally tally = new Redeemed.Tally(dryRun);
      Pass pass = new Pass(selection, tally, clock.instant().minus(properties.maxAge()), dryRun);
      tally.complete = kept.forEach(pass::take);
      Redeemed redeemed = tally.redeemed();
      LOG.atInfo()
          .addKeyValue(LogKeys.REDEEMED, redeemed.redeemed())
          .addKeyValue(LogKeys.FAILED, redeemed.failed())
          .log("Quarantine was gone over");
      return Optional.of(redeemed);
    } finally {
      one.unlock();
    }
  }

  /** What is kept, by what can be said of it without its content. */
  public Inventory list(Selection selection) {
    List<DataKey> keys = quarantine.keys();
    Inventory.Tally tally = new Inventory.Tally();
    tally.complete =
        kept.forEach(message ->
            SealedRecords.label(message)
                .filter(selection::includes)
                .ifPresent(label ->
                    SealedRecords.open(message, label, keys)
                        .ifPresentOrElse(tally::count, tally::sealed)));
    return tally.inventory();
  }

  /** One pass over what is kept. */
  private final class Pass {
    private final Selection selection;
    private final Redeemed.Tally tally;
    private final Instant oldest;
    private final boolean dryRun;
    private final List<DataKey> keys = quarantine.keys();
    private final Set<String> done = new HashSet<>();

    Pass(Selection selection, Redeemed.Tally tally, Instant oldest, boolean dryRun) {
      this.selection = selection;
      this.tally = tally;
      this.oldest = oldest;
      this.dryRun = dryRun;
    }

    void take(ConsumerRecord<String, byte[]> message) {
      SealedRecords.label(message)
          .filter(selection::includes)
          .ifPresent(label -> {
            if (label.receivedAt().isBefore(oldest)) {
              tally.expired++;
              return;
            }
            SealedRecords.open(message, label, keys)
                .ifPresentOrElse(this::verify, () -> tally.undecryptable++);
          });
    }

    private void verify(Entry entry) {
      Optional<Endpoint> endpoint = endpoints.find(entry.endpoint());
      if (endpoint.isEmpty()) {
        tally.stillRefused++;
        return;
      }
      Verification verdict =
          endpoint
              .get()
              .scheme()
              .verify(entry.request(), entry.receivedAt(), endpoint.get().secrets().current());
      switch (verdict) {
        case Verification.Rejected _ -> tally.stillRefused++;
        case Verified verified -> publish(endpoint.get(), entry, verified);
      }
    }

    private void publish(Endpoint endpoint, Entry entry, Verified verified) {
      String id = endpoint.name() + " " + verified.eventId();
      // A provider that was refused sends the same again; one of them is enough.
      if (done.contains(id)) {
        tally.repeated++;
        return;
      }
      if (dryRun) {
        done.add(id);
        tally.redeemed++;
        return;
      }
      VerifiedWebhook webhook =
          WebhookRecords.of(
              endpoint, verified, entry.receivedAt(), entry.request().body(), Origin.QUARANTINE);
      PublishOutcome outcome =
          publisher.publish(endpoint.audience().topic(), webhook, entry.traceparent());
      if (outcome == PublishOutcome.ACKNOWLEDGED) {
        done.add(id);
        tally.redeemed++;
        GatewayMetric.QUARANTINE_REDEEMED.count(meters, endpoint.name());
      } else {
        tally.failed++;
      }
    }
  }
}
