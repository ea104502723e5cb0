package io.octroi.subscription.subscription;

import io.octroi.messaging.batch.Columns;
import io.octroi.subscription.period.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The stored periods of subscriptions; only what changed is written. */
@Component
final class Periods {
  private static final String READ =
      """
      select subscription_id, payment_id, starts_at, ends_at
        from periods where subscription_id = any(?::uuid[])
      """;

  private static final String REMOVE =
      """
      delete from periods
       where (payment_id, subscription_id) in (select * from unnest(?::uuid[], ?::uuid[]))
      """;

  private static final String PUT =
      """
      insert into periods (payment_id, subscription_id, starts_at, ends_at)
      select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::timestamptz[]),
             unnest(?::timestamptz[])
      on conflict (payment_id) do update
         set subscription_id = excluded.subscription_id,
             starts_at = excluded.starts_at,
             ends_at = excluded.ends_at
      """;

  private final JdbcTemplate jdbc;

  Periods(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The periods of each subscription that has any. */
  Map<UUID, Set<Period>> of(Collection<Subscription> subscriptions) {
    Map<UUID, Set<Period>> bySubscription = new HashMap<>();
    if (subscriptions.isEmpty()) {
      return bySubscription;
    }
    jdbc.query(
        READ,
        row -> {
          Period period =
              new Period(
                  row.getObject("payment_id", UUID.class),
                  SubscriptionRow.instant(row, "starts_at"),
                  SubscriptionRow.instant(row, "ends_at"));
          bySubscription
              .computeIfAbsent(row.getObject("subscription_id", UUID.class), id -> new HashSet<>())
              .add(period);
        },
        Columns.of(subscriptions).uuids(Subscription::id).arguments());
    return bySubscription;
  }

  /** Replaces {@code stored}, as {@link #of} gave it, by what the outcomes say. */
  void replace(Map<UUID, Set<Period>> stored, Collection<Outcome> outcomes) {
    List<Line> removed = new ArrayList<>();
    List<Line> put = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      UUID id = outcome.after().id();
      Set<Period> old = stored.getOrDefault(id, Set.of());
      Set<UUID> kept = new HashSet<>();
      for (Period period : outcome.periods()) {
        kept.add(period.paymentId());
        if (!old.contains(period)) {
          put.add(new Line(id, period));
        }
      }
      old.stream()
          .filter(period -> !kept.contains(period.paymentId()))
          .forEach(period -> removed.add(new Line(id, period)));
    }
    remove(removed);
    put(put);
  }

  private void remove(List<Line> lines) {
    if (!lines.isEmpty()) {
      jdbc.update(
          REMOVE,
          Columns.of(lines)
              .uuids(line -> line.period.paymentId())
              .uuids(line -> line.subscriptionId)
              .arguments());
    }
  }

  private void put(List<Line> lines) {
    if (!lines.isEmpty()) {
      jdbc.update(
          PUT,
          Columns.of(lines)
              .uuids(line -> line.period.paymentId())
              .uuids(line -> line.subscriptionId)
              .instants(line -> line.period.startsAt())
              .instants(line -> line.period.endsAt())
              .arguments());
    }
  }

  private record Line(UUID subscriptionId, Period period) {}
}
