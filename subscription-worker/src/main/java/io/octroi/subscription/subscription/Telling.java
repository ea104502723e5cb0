package io.octroi.subscription.subscription;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.messaging.MessagingProperties;
import io.octroi.messaging.Outbox;
import io.octroi.messaging.OutboxMessage;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts events into the outbox, within the transaction and under the lock of their subscription. */
@Component
public final class Telling {
  private final Outbox outbox;
  private final Meters meters;
  private final String source;

  Telling(Outbox outbox, Meters meters, MessagingProperties messaging) {
    this.outbox = outbox;
    this.meters = meters;
    this.source = messaging.source();
  }

  /** In order, in one statement. */
  public void tell(List<News> news) {
    outbox.append(news.stream().map(this::message).toList());
    for (News n : news) {
      meters.count(SubscriptionMetric.EVENTS, 1, n.event().getClass().getSimpleName());
    }
  }

  private OutboxMessage message(News news) {
    EventEnvelope envelope =
        new EventEnvelope(EventIds.next(news.event().occurredAt()), source, news.event());
    return new OutboxMessage(envelope, news.traceparent());
  }

  /**
   * An event to tell.
   *
   * @param traceparent W3C trace context of what caused it; empty where nothing did
   */
  public record News(SubscriptionEvent event, String traceparent) {}
}
