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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The workers' pure cores, with maps in place of tables. */
final class WorkersInMemory implements Workers {
  private final PaymentWorkerInMemory paymentWorker;
  private final SubscriptionWorkerInMemory subscriptionWorker;
  private final NotifierInMemory notifier = new NotifierInMemory(Scenario.NOW, Scenario.FAMILY);
  private long told;

  private WorkersInMemory(Scenario scenario, Supplier<UUID> ids) {
    paymentWorker = new PaymentWorkerInMemory(scenario.reader(), ids);
    subscriptionWorker = new SubscriptionWorkerInMemory(Policies.PLANS, Scenario.NOW);
  }

  /** Workers whose payments' ids order them as little as late hearing does. */
  static WorkersInMemory drawingIds(Scenario scenario, RandomGenerator random) {
    return new WorkersInMemory(scenario, () -> new UUID(random.nextLong(), random.nextLong()));
  }

  /** Workers whose payments' ids are in the order in which they were made. */
  static WorkersInMemory countingIds(Scenario scenario) {
    AtomicLong made = new AtomicLong();
    return new WorkersInMemory(scenario, () -> new UUID(0, made.incrementAndGet()));
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
