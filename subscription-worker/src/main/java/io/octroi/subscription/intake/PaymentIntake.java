package io.octroi.subscription.intake;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.WatermarkEvent;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.messaging.UnprocessableRecordException;
import io.octroi.subscription.subscription.MergeNews;
import io.octroi.subscription.subscription.PaymentChanges;
import io.octroi.subscription.subscription.PaymentNews;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes in the records of {@code payments.v1}. Each says what a payment is by now and which version
 * that is: what is not newer than what is known changes nothing, so nobody keeps which came before.
 */
@Component
final class PaymentIntake implements BatchHandler {
  /** Consumer group. */
  static final String GROUP = "subscription-worker";

  private final PaymentChanges changes;
  private final Agreements agreements;
  private final Clock clock;

  PaymentIntake(PaymentChanges changes, Agreements agreements, Clock clock) {
    this.changes = changes;
    this.agreements = agreements;
    this.clock = clock;
  }

  @Override
  public void handle(List<Inbound> batch) {
    Sorted sorted = new Sorted();
    for (Inbound inbound : batch) {
      EventCodec.fromRecord(inbound.message())
          .ifPresent(envelope -> sorted.add(envelope, inbound.traceparent()));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    changes.apply(sorted.payments, sorted.merges, now);
    agreements.upsert(sorted.agreements, now);
  }

  /** What a batch holds, by kind. */
  private static final class Sorted {
    private final List<PaymentNews> payments = new ArrayList<>();
    private final List<MergeNews> merges = new ArrayList<>();
    private final List<AgreementUpdated> agreements = new ArrayList<>();

    void add(EventEnvelope envelope, String traceparent) {
      switch (envelope.event()) {
        case PaymentEvent e -> add(e, traceparent);
        case SubscriptionEvent e ->
            throw new UnprocessableRecordException(
                "not_a_payment_event", "an event of subscriptions does not belong here");
        case WatermarkEvent e ->
            throw new UnprocessableRecordException(
                "not_a_payment_event", "a watermark does not belong here");
      }
    }

    private void add(PaymentEvent event, String traceparent) {
      switch (event) {
        case OfPayment e -> payments.add(new PaymentNews(Snapshots.checked(e), traceparent));
        case PaymentMerged e -> {
          Snapshots.check(e);
          merges.add(
              new MergeNews(
                  e.paymentId(), e.version(), e.customerId(), e.intoPaymentId(), traceparent));
        }
        case AgreementUpdated e -> {
          Snapshots.check(e);
          agreements.add(e);
        }
      }
    }
  }
}
