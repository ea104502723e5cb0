package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.subscription.subscription.AccessBooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The three workers in a row, as one order of arrivals drives them. */
final class Walk {
  private static final Set<NotificationKind> CONFIRMATIONS =
      Set.of(NotificationKind.ACTIVATION_CONFIRMED, NotificationKind.RENEWAL_CONFIRMED);

  private final RandomGenerator random;
  private final Transport transport;
  private final Workers workers;
  private final Topic payments;
  private final Topic subscriptions;

  private Walk(Transport transport, RandomGenerator random, Workers workers) {
    this.random = random;
    this.transport = transport;
    this.workers = workers;
    this.payments = new Topic(transport, random);
    this.subscriptions = new Topic(transport, random);
  }

  /** Where {@code arrivals} lead {@code workers} that heard of nothing before. */
  static End of(
      List<Arrival> arrivals, Transport transport, RandomGenerator random, Workers workers) {
    Walk walk = new Walk(transport, random, workers);
    walk.take(arrivals);
    return walk.end();
  }

  private void take(List<Arrival> arrivals) {
    List<VerifiedWebhook> batch = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      switch (arrival) {
        case Arrival.Webhook(VerifiedWebhook webhook) -> batch.add(webhook);
        case Arrival.Ordered ordered -> payments.publish(workers.order(ordered.order()));
      }
      if (batch.size() >= random.nextInt(1, transport.maxBatch() + 1)) {
        payments.publish(workers.hear(batch));
        batch.clear();
        if (!transport.faulty() || random.nextBoolean()) {
          passOn();
        }
      }
    }
    payments.publish(workers.hear(batch));
    passOn();
  }

  private void passOn() {
    payments.drain(batch -> subscriptions.publish(workers.hearOfPayments(batch)));
    subscriptions.drain(workers::hearOfSubscriptions);
  }

  private End end() {
    Map<UUID, String> names = workers.payments().names();
    List<String> known = new ArrayList<>(workers.payments().fingerprint());
    known.addAll(workers.agreements());
    AccessBooks access = workers.access();
    List<Notification> soFar = workers.notifications();
    subscriptions.publish(workers.runOut());
    passOn();
    List<Notification> all = workers.notifications();
    return new End(
        known.stream().sorted().toList(),
        access.fingerprint(names),
        access.usable(names),
        confirmed(soFar, names),
        words(all, names),
        Set.copyOf(words(without(all, soFar), names)),
        access.standings(),
        lastWords(soFar));
  }

  private static List<String> confirmed(List<Notification> all, Map<UUID, String> names) {
    return all.stream()
        .filter(n -> CONFIRMATIONS.contains(n.kind()))
        .map(n -> payment(n, names))
        .sorted()
        .toList();
  }

  private static List<Notification> without(List<Notification> all, List<Notification> soFar) {
    Set<String> keys = soFar.stream().map(Notification::key).collect(Collectors.toSet());
    return all.stream().filter(n -> !keys.contains(n.key())).toList();
  }

  private static List<String> words(List<Notification> all, Map<UUID, String> names) {
    return all.stream().map(n -> words(n, names)).sorted().toList();
  }

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

  /** Whether the newest word about access is that it is open, by subscription id. */
  private static Map<UUID, Boolean> lastWords(List<Notification> notifications) {
    Map<UUID, Notification> last = new HashMap<>();
    for (Notification notification : notifications) {
      if (notification.kind() != NotificationKind.REMINDER) {
        last.merge(
            notification.access().subscriptionId(),
            notification,
            (a, b) -> b.access().version() > a.access().version() ? b : a);
      }
    }
    Map<UUID, Boolean> open = new HashMap<>();
    last.forEach((id, word) -> open.put(id, word.kind() != NotificationKind.ACCESS_ENDED));
    return open;
  }

  /**
   * @param payments everything that is known of payments and agreements
   * @param access who is in until when, by which payments
   * @param usable the payments that let somebody in
   * @param confirmed the payments that were confirmed, each as often as it was
   * @param told every notification
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
