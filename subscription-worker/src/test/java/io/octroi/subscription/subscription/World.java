package io.octroi.subscription.subscription;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.contracts.SubscriptionStatus;
import io.octroi.subscription.period.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One subscription over time. */
final class World {
  private static final Instant DAY_0 = Instant.parse("2026-03-01T10:00:00Z");

  Subscription subscription =
      Subscription.unpaid(new UUID(9, 9), new SubscriptionKey("cust-1", "signaux"));
  List<Period> periods = List.of();
  List<SubscriptionEvent> events = List.of();
  List<UUID> announced = List.of();
  List<UUID> late = List.of();

  World assess(int today, Grant... grants) {
    Outcome outcome = Assessment.of(subscription, List.of(grants), Set.copyOf(periods), day(today));
    subscription = outcome.after();
    periods = outcome.periods();
    events = outcome.events();
    announced = outcome.announced();
    late = outcome.late();
    return this;
  }

  List<String> told() {
    List<String> told = new ArrayList<>();
    for (SubscriptionEvent event : events) {
      told.add(event.getClass().getSimpleName() + " " + detail(event) + stand(event));
    }
    return told;
  }

  private static String detail(SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionEvent.SubscriptionActivated e -> name(e.paymentId());
      case SubscriptionEvent.SubscriptionRenewed e -> name(e.paymentId());
      case SubscriptionEvent.SubscriptionShortened e -> name(e.paymentId());
      case SubscriptionEvent.SubscriptionAmended e -> "";
      case SubscriptionEvent.SubscriptionReminderDue e -> "";
      case SubscriptionEvent.SubscriptionExpired e -> e.reason().name() + " ";
    };
  }

  private static String stand(SubscriptionEvent event) {
    SubscriptionSnapshot s = event.subscription();
    String status = s.status() == SubscriptionStatus.ACTIVE ? "ACTIVE " : "";
    return status + dayOf(s.startsAt()) + ".." + dayOf(s.endsAt()) + " v" + s.version();
  }

  static Instant day(int day) {
    return DAY_0.plus(Duration.ofDays(day));
  }

  private static String name(UUID payment) {
    return "_ABC".charAt((int) payment.getLeastSignificantBits()) + " ";
  }

  private static long dayOf(Instant instant) {
    return Duration.between(DAY_0, instant).toDays();
  }
}
