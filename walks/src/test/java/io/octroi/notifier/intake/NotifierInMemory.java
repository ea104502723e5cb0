package io.octroi.notifier.intake;

import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.notifier.delivery.Verdicts;
import io.octroi.notifier.notification.KeyHolder;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.payment.PaymentState;
import io.octroi.notifier.telegram.PlanChats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The notifier's decisions without Spring, Kafka and a database: which notifications an event makes
 * where the keys of earlier ones are taken, as {@link SubscriptionsHandler} stores them.
 */
public final class NotifierInMemory {
  private static final long CHAT = -1001;

  private final NotificationPlanner planner =
      new NotificationPlanner(
          new PlanChats(Map.of("signaux", List.of(CHAT)), Map.of()), Duration.ofMinutes(2), true);
  private final PaymentPlanner paymentPlanner = new PaymentPlanner(Verdicts.LIMITS);
  private final Map<UUID, PaymentState> payments = new LinkedHashMap<>();
  private final Instant now;
  private final Map<String, Notification> byKey = new LinkedHashMap<>();
  private final Map<UUID, Notification> confirmations = new HashMap<>();

  public NotifierInMemory(Instant now) {
    this.now = now;
  }

  /** Takes a batch in. */
  public void hear(List<SubscriptionEvent> batch) {
    List<Telling> tellings =
        batch.stream().flatMap(e -> planner.plan(new Incoming(e, ""), now).stream()).toList();
    store(alternatives(store(tellings)));
  }

  /** Takes a batch of payments in, as {@link PaymentsHandler} does. */
  public void hearOfPayments(List<PaymentEvent> batch) {
    Map<UUID, PaymentNews> news = new LinkedHashMap<>();
    for (PaymentEvent event : batch) {
      PaymentNews.of(event, "")
          .ifPresent(one -> news.merge(one.state().paymentId(), one, PaymentNews::join));
    }
    for (PaymentNews one : news.values()) {
      PaymentState newest =
          payments.merge(one.state().paymentId(), one.state(), PaymentState::join);
      if (newest.version() == one.state().version()) {
        store(paymentPlanner.plan(one.with(newest), now));
      }
    }
  }

  /** What is told of payments and still true of them. */
  public List<Notification> standingOfPayments() {
    List<Notification> standing = new ArrayList<>();
    for (Notification notification : byKey.values()) {
      if (notification.subject().access() == null) {
        PaymentState payment = payments.get(notification.requiredPayment().paymentId());
        if (payment != null && Verdicts.stands(notification, payment)) {
          standing.add(notification);
        }
      }
    }
    return standing;
  }

  /** Payments of which something is to be told: returned, contested, lost or failed. */
  public List<PaymentState> troubled() {
    return payments.values().stream()
        .filter(p -> p.isFailed() || p.isRefunded() || p.isDisputed() || p.isLost())
        .toList();
  }

  /** Stores what is new, in the order of keys, and returns what is told already. */
  private List<Telling> store(List<Telling> tellings) {
    List<Telling> taken = new ArrayList<>();
    for (Telling telling : inOrder(tellings)) {
      Notification notification = telling.notification();
      Notification.Payment payment = confirms(notification) ? notification.payment() : null;
      if (byKey.containsKey(notification.key())
          || (payment != null && confirmations.containsKey(payment.paymentId()))) {
        taken.add(telling);
      } else {
        byKey.put(notification.key(), notification);
        if (payment != null) {
          confirmations.put(payment.paymentId(), notification);
        }
      }
    }
    return taken;
  }

  private static List<Telling> inOrder(List<Telling> tellings) {
    return tellings.stream()
        .sorted(Comparator.comparing(telling -> telling.notification().key()))
        .toList();
  }

  private List<Telling> alternatives(List<Telling> taken) {
    List<Telling> alternatives = new ArrayList<>();
    for (Telling telling : taken) {
      Notification.Payment payment = telling.notification().payment();
      Notification holder =
          payment == null
              ? byKey.get(telling.notification().key())
              : confirmations.get(payment.paymentId());
      Telling alternative = telling.ifTaken();
      if (alternative != null && holder != null && telling.callsForMore(holding(holder))) {
        alternatives.add(alternative);
      }
    }
    return alternatives;
  }

  private static KeyHolder holding(Notification notification) {
    return new KeyHolder(
        notification.access().subscriptionId(),
        notification.access().version(),
        notification.occurredAt());
  }

  private static boolean confirms(Notification notification) {
    return switch (notification.kind()) {
      case ACTIVATION_CONFIRMED, RENEWAL_CONFIRMED -> true;
      case ACCESS_REOPENED,
          REMINDER,
          ACCESS_ENDED,
          ACCOUNT_LINKED,
          REFUND,
          PAYMENT_FAILED,
          DISPUTE_OPENED,
          DISPUTE_WON,
          DISPUTE_LOST ->
          false;
    };
  }

  /** What is told of access, in the order in which it was made. */
  public List<Notification> notifications() {
    return byKey.values().stream().filter(n -> n.subject().access() != null).toList();
  }

  /** Whether the newest word about access is that it is open, by subscription id. */
  public Map<UUID, Boolean> lastWords() {
    Map<UUID, Notification> last = new HashMap<>();
    for (Notification notification : notifications()) {
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
}
