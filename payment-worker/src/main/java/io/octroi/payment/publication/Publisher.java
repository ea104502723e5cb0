package io.octroi.payment.publication;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.messaging.Outbox;
import io.octroi.messaging.OutboxMessage;
import java.time.Clock;
import java.util.List;

/** Puts events into the outbox, in the transaction of the change they tell of. */
public final class Publisher {
  private final Outbox outbox;
  private final Clock clock;
  private final String source;

  /**
   * @param source who says so, such as {@code /payment-worker}
   */
  public Publisher(Outbox outbox, Clock clock, String source) {
    this.outbox = outbox;
    this.clock = clock;
    this.source = source;
  }

  /** Tells the events in their order. */
  public void publish(List<Told> events) {
    outbox.append(
        events.stream()
            .map(told ->
                new OutboxMessage(
                    new EventEnvelope(EventIds.next(clock.instant()), source, told.event()),
                    told.traceparent()))
            .toList());
  }
}
