package io.octroi.subscription.watermark;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.WatermarkEvent;
import io.octroi.contracts.WatermarkEvent.WatermarkAdvanced;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.messaging.UnprocessableRecordException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes in the records of {@code watermarks.v1}. Whether one came before does not matter: the
 * latest counts, in whatever order they come.
 */
@Component
final class WatermarkIntake implements BatchHandler {
  private final Watermarks watermarks;

  WatermarkIntake(Watermarks watermarks) {
    this.watermarks = watermarks;
  }

  @Override
  public void handle(List<Inbound> batch) {
    List<Watermark> heard = new ArrayList<>();
    for (Inbound inbound : batch) {
      EventCodec.fromRecord(inbound.message()).ifPresent(envelope -> heard.add(read(envelope)));
    }
    if (!heard.isEmpty()) {
      watermarks.hear(heard);
    }
  }

  private static Watermark read(EventEnvelope envelope) {
    return switch (envelope.event()) {
      case WatermarkEvent event -> of(event);
      case PaymentEvent event -> throw misplaced();
      case SubscriptionEvent event -> throw misplaced();
    };
  }

  private static Watermark of(WatermarkEvent event) {
    return switch (event) {
      case WatermarkAdvanced e ->
          new Watermark(
              e.endpoint(),
              e.provider(),
              e.completeUntil().truncatedTo(ChronoUnit.MICROS),
              e.occurredAt());
    };
  }

  private static UnprocessableRecordException misplaced() {
    return new UnprocessableRecordException("not_a_watermark", "only watermarks belong here");
  }
}
