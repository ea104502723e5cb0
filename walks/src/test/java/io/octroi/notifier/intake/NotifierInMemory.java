package io.octroi.notifier.intake;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.notifier.notification.KeyHolder;
import io.octroi.notifier.notification.Notification;
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

  private final NotificationPlanner planner;
  private final Instant now;
  private final Map<String, Notification> byKey = new LinkedHashMap<>();
  private final Map<UUID, Notification> confirmations = new HashMap<>();

  /**
   * @param now the one moment at which everything is heard of
   * @param family of the plans that open a chat
   */
  public NotifierInMemory(Instant now, String family) {
    this.planner =
        new NotificationPlanner(
            new PlanChats(Map.of(family, List.of(CHAT)), Map.of()), Duration.ofMinutes(2), true);
    this.now = now;
  }

  /** Takes a batch in. */
  public void hear(List<SubscriptionEvent> batch) {
    List<Telling> tellings =
        batch.stream().flatMap(e -> planner.plan(new Incoming(e, ""), now).stream()).toList();
    store(alternatives(store(tellings)));
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

  /** In the order in which they were made. */
  public List<Notification> notifications() {
    return List.copyOf(byKey.values());
  }
}
