package io.octroi.notifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.notifier.AfterCommit;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.delivery.Routes;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notifications;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps what is to be told, in the transaction it is called in. */
final class Tellings {
  private final Notifications notifications;
  private final Deliveries deliveries;
  private final Routes routes;
  private final MeterRegistry meters;
  private final Clock clock;

  Tellings(
      Notifications notifications,
      Deliveries deliveries,
      Routes routes,
      MeterRegistry meters,
      Clock clock) {
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.routes = routes;
    this.meters = meters;
    this.clock = clock;
  }

  /** Stores what is new, with its deliveries, and returns what is told already. */
  List<Telling> store(List<Telling> tellings) {
    Set<UUID> made = notifications.insert(tellings.stream().map(Telling::notification).toList());
    List<Telling> taken = new ArrayList<>();
    List<Notification> told = new ArrayList<>();
    List<PlannedDelivery> planned = new ArrayList<>();
    for (Telling telling : tellings) {
      if (made.contains(telling.notification().id())) {
        told.add(telling.notification());
        planned.addAll(telling.deliveries());
      } else {
        taken.add(telling);
      }
    }
    count(told);
    routes.extend(told, deliveries.insert(planned), clock.instant());
    return taken;
  }

  private void count(List<Notification> told) {
    Map<String, Integer> kinds = new HashMap<>();
    told.forEach(notification -> kinds.merge(notification.kind().wireName(), 1, Integer::sum));
    AfterCommit.run(() ->
        kinds.forEach(
            (kind, count) -> NotifierMetric.NOTIFICATIONS_CREATED.add(meters, count, kind)));
  }
}
