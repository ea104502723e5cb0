package io.octroi.walks;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.messaging.Inbound;
import io.octroi.notifier.intake.NotifierInMemory;
import io.octroi.notifier.notification.Notification;
import io.octroi.payment.intake.PaymentWorkerInMemory;
import io.octroi.payment.order.Order;
import io.octroi.payment.payment.PaymentBooks;
import io.octroi.subscription.subscription.AccessBooks;
import io.octroi.subscription.subscription.SubscriptionWorkerInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The workers' pure cores, with maps in place of tables. */
final class WorkersInMemory implements Workers {
  private final PaymentWorkerInMemory paymentWorker;
  private final SubscriptionWorkerInMemory subscriptionWorker;
  private final NotifierInMemory notifier = new NotifierInMemory(Scenario.NOW, Scenario.FAMILY);
  private long told;

  /**
   * @param seed of the ids of payments
   */
  WorkersInMemory(Scenario scenario, long seed) {
    paymentWorker = new PaymentWorkerInMemory(scenario.reader(), Seeds.random(seed));
    subscriptionWorker = new SubscriptionWorkerInMemory(Policies.PLANS, Scenario.NOW);
  }

  @Override
  public List<EventEnvelope> hear(List<VerifiedWebhook> batch) {
    return enveloped(paymentWorker.hear(batch));
  }

  @Override
  public List<EventEnvelope> order(Order order) {
    return enveloped(paymentWorker.order(order));
  }

  @Override
  public List<EventEnvelope> hearOfPayments(List<Inbound> batch) {
    return enveloped(subscriptionWorker.hear(events(batch, PaymentEvent.class)));
  }

  @Override
  public void hearOfSubscriptions(List<Inbound> batch) {
    notifier.hear(events(batch, SubscriptionEvent.class));
  }

  @Override
  public List<EventEnvelope> runOut() {
    return enveloped(subscriptionWorker.runOut());
  }

  @Override
  public PaymentBooks payments() {
    return paymentWorker.books();
  }

  @Override
  public List<String> agreements() {
    return paymentWorker.agreements();
  }

  @Override
  public AccessBooks access() {
    return subscriptionWorker.books();
  }

  @Override
  public List<Notification> notifications() {
    return notifier.notifications();
  }

  private List<EventEnvelope> enveloped(List<? extends DomainEvent> events) {
    List<EventEnvelope> envelopes = new ArrayList<>();
    events.forEach(event -> envelopes.add(new EventEnvelope(new UUID(0, ++told), "/walk", event)));
    return envelopes;
  }

  private <E extends DomainEvent> List<E> events(List<Inbound> batch, Class<E> type) {
    List<E> events = new ArrayList<>();
    for (Inbound inbound : batch) {
      EventEnvelope envelope = EventCodec.fromRecord(inbound.message()).orElseThrow();
      events.add(type.cast(envelope.event()));
    }
    return events;
  }
}
