package io.octroi.walks;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.NotifierInMemory;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.payment.intake.PaymentWorkerInMemory;
import io.octroi.subscription.subscription.SubscriptionWorkerInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The three workers in a row, as one order of arrivals drives them. */
final class Walk {
  private final RandomGenerator random;
  private final Transport transport;
  private final PaymentWorkerInMemory paymentWorker;
  private final Topic payments;
  private final SubscriptionWorkerInMemory subscriptionWorker;
  private final Topic subscriptions;
  private final NotifierInMemory notifier = new NotifierInMemory(Scenario.NOW);

  private Walk(Scenario scenario, Transport transport, RandomGenerator random) {
    this.random = random;
    this.transport = transport;
    this.paymentWorker = new PaymentWorkerInMemory(scenario.reader(), random);
    this.payments = new Topic(transport, random);
    this.subscriptionWorker = new SubscriptionWorkerInMemory(scenario.plans(), Scenario.NOW);
    this.subscriptions = new Topic(transport, random);
  }

  /** Where {@code arrivals} lead to. */
  static End of(
      Scenario scenario, List<Arrival> arrivals, Transport transport, RandomGenerator random) {
    Walk walk = new Walk(scenario, transport, random);
    walk.take(arrivals);
    return walk.end();
  }

  private void take(List<Arrival> arrivals) {
    List<VerifiedWebhook> batch = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      switch (arrival) {
        case Arrival.Webhook(VerifiedWebhook webhook) -> batch.add(webhook);
        case Arrival.Ordered ordered -> payments.publish(paymentWorker.order(ordered.order()));
      }
      if (batch.size() >= random.nextInt(1, transport.maxBatch() + 1)) {
        payments.publish(paymentWorker.hear(batch));
        batch.clear();
        if (!transport.faulty() || random.nextBoolean()) {
          passOn();
        }
      }
    }
    payments.publish(paymentWorker.hear(batch));
    passOn();
  }

  private void passOn() {
    payments.drain(
        batch -> subscriptions.publish(subscriptionWorker.hear(only(PaymentEvent.class, batch))));
    subscriptions.drain(batch -> notifier.hear(only(SubscriptionEvent.class, batch)));
  }

  private static <E> List<E> only(Class<E> type, List<DomainEvent> batch) {
    return batch.stream().map(type::cast).toList();
  }

  private End end() {
    Map<UUID, String> names = paymentWorker.names();
    List<String> access = subscriptionWorker.fingerprint(names);
    Map<UUID, Boolean> standings = subscriptionWorker.standings();
    Map<UUID, Boolean> lastWords = notifier.lastWords();
    List<Notification> soFar = notifier.notifications();
    subscriptions.publish(subscriptionWorker.runOut());
    passOn();
    List<String> all = notifier.notifications().stream().map(n -> words(n, names)).toList();
    return new End(
        paymentWorker.fingerprint(),
        access,
        subscriptionWorker.usable(names),
        confirmed(soFar, names),
        all,
        Set.copyOf(all.subList(soFar.size(), all.size())),
        standings,
        lastWords);
  }

  private static List<String> confirmed(List<Notification> all, Map<UUID, String> names) {
    return all.stream()
        .filter(n -> CONFIRMATIONS.contains(n.kind()))
        .map(n -> payment(n, names))
        .sorted()
        .toList();
  }

  private static final Set<NotificationKind> CONFIRMATIONS =
      Set.of(NotificationKind.ACTIVATION_CONFIRMED, NotificationKind.RENEWAL_CONFIRMED);

  private static String words(Notification n, Map<UUID, String> names) {
    return n.kind().wireName()
        + " "
        + n.subject().customerId()
        + " "
        + n.subject().planCode()
        + " "
        + n.access().endsAt()
        + " "
        + payment(n, names);
  }

  private static String payment(Notification n, Map<UUID, String> names) {
    Notification.Payment payment = n.payment();
    return payment == null ? "" : names.getOrDefault(payment.paymentId(), "unknown");
  }

  /**
   * @param payments everything that is known of payments and agreements
   * @param access who is in until when, by which payments
   * @param usable the payments that let somebody in
   * @param confirmed the payments that were confirmed, each as often as it was
   * @param told every notification, in order
   * @param lastly the notifications that nothing but time made, after everything was heard
   * @param standings whether each subscription lets in
   * @param lastWords whether the newest notification says so
   */
  record End(
      List<String> payments,
      List<String> access,
      Set<String> usable,
      List<String> confirmed,
      List<String> told,
      Set<String> lastly,
      Map<UUID, Boolean> standings,
      Map<UUID, Boolean> lastWords) {

    /** The confirmed payments that still let somebody in. */
    Set<String> standing() {
      return confirmed.stream()
          .filter(usable::contains)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
