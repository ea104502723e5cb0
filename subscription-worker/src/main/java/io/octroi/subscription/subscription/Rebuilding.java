package io.octroi.subscription.subscription;

import io.octroi.messaging.batch.Columns;
import io.octroi.subscription.period.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds subscriptions again from the payments that were taken in, holds what is stored against it,
 * and sets it right. Nobody is put out here: whom payments no longer let in is left to the clock,
 * which does it under its guards.
 */
@Component
public class Rebuilding {
  private static final String PAGE =
      """
      (select distinct customer_id, family from grants
        where family is not null and (customer_id, family) > (?, ?)
        order by customer_id, family limit ?)
      union
      (select customer_id, family from subscriptions
        where (customer_id, family) > (?, ?)
        order by customer_id, family limit ?)
      order by customer_id, family limit ?
      """;

  private static final String STORED =
      "select reminder_at, "
          + SubscriptionRow.COLUMNS
          + """
            from subscriptions
           where (customer_id, family) in (select * from unnest(?::text[], ?::text[]))
          """;

  private static final UUID NOT_YET = new UUID(0, 0);

  private final JdbcTemplate jdbc;
  private final Grants grants;
  private final Subscriptions subscriptions;
  private final Periods periods;
  private final Refold refold;

  Rebuilding(
      JdbcTemplate jdbc,
      Grants grants,
      Subscriptions subscriptions,
      Periods periods,
      Refold refold) {
    this.jdbc = jdbc;
    this.grants = grants;
    this.subscriptions = subscriptions;
    this.periods = periods;
    this.refold = refold;
  }

  /**
   * What was looked at.
   *
   * @param keys in their order
   * @param differences of the subscriptions that have any
   */
  public record Page(
      List<SubscriptionKey> keys, Map<SubscriptionKey, List<Difference>> differences) {}

  /**
   * Compares the subscriptions after a key, all as of one moment, and changes nothing.
   *
   * @param after empty texts for the first page
   * @param limit how many at most; fewer are the last ones
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Page compare(SubscriptionKey after, int limit, Instant now) {
    List<SubscriptionKey> keys = keys(after, limit);
    Map<SubscriptionKey, Stored> stored = stored(keys);
    Map<SubscriptionKey, List<Grant>> payments = grants.of(keys);
    Map<UUID, Set<Period>> known =
        periods.of(stored.values().stream().map(Stored::subscription).toList());
    Map<SubscriptionKey, List<Difference>> differences = new LinkedHashMap<>();
    for (SubscriptionKey key : keys) {
      Stored row = stored.get(key);
      Subscription before = row == null ? Subscription.unpaid(NOT_YET, key) : row.subscription();
      Portrait live =
          row == null
              ? Portrait.NOTHING
              : Portrait.of(before, row.reminderAt(), known.getOrDefault(before.id(), Set.of()));
      List<Difference> found =
          live.against(portrait(again(before, payments.getOrDefault(key, List.of()), now)));
      if (!found.isEmpty()) {
        differences.put(key, found);
      }
    }
    return new Page(keys, differences);
  }

  /**
   * Makes one subscription and its periods what its payments amount to, and tells readers what they
   * must know; does nothing where that is so already.
   *
   * @return whether anything was wrong
   */
  @Transactional
  public boolean mend(SubscriptionKey key, Instant now) {
    subscriptions.restore(key, now);
    Subscriptions.Held held = subscriptions.hold(new TreeSet<>(List.of(key)), now);
    Subscription before = held.all().getFirst();
    Map<UUID, Set<Period>> known = periods.of(List.of(before));
    List<Grant> payments = grants.of(List.of(key)).getOrDefault(key, List.of());
    Outcome outcome = again(before, payments, now);
    Stored row = stored(List.of(key)).get(key);
    Portrait live =
        row == null
            ? Portrait.NOTHING
            : Portrait.of(before, row.reminderAt(), known.getOrDefault(before.id(), Set.of()));
    if (live.against(portrait(outcome)).isEmpty()) {
      return false;
    }
    refold.store(List.of(outcome), new Refold.Before(held, Set.of(), known), k -> "", now);
    return true;
  }

  /** As if no period had been known: then none is lost, and nobody is put out for one. */
  private static Outcome again(Subscription before, List<Grant> payments, Instant now) {
    return Assessment.of(before, payments, Set.of(), now);
  }

  private Portrait portrait(Outcome outcome) {
    return Portrait.of(
        outcome.after(), subscriptions.reminderAt(outcome.after()), outcome.periods());
  }

  private List<SubscriptionKey> keys(SubscriptionKey after, int limit) {
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      arguments.addAll(List.of(after.customerId(), after.family(), limit));
    }
    arguments.add(limit);
    return jdbc.query(
        PAGE,
        (row, number) -> new SubscriptionKey(row.getString(1), row.getString(2)),
        arguments.toArray());
  }

  private Map<SubscriptionKey, Stored> stored(List<SubscriptionKey> keys) {
    Map<SubscriptionKey, Stored> stored = new HashMap<>();
    jdbc.query(
        STORED,
        row -> {
          OffsetDateTime reminderAt = row.getObject("reminder_at", OffsetDateTime.class);
          Subscription subscription = SubscriptionRow.read(row, 0);
          stored.put(
              subscription.key(),
              new Stored(subscription, reminderAt == null ? null : reminderAt.toInstant()));
        },
        Columns.of(keys)
            .text(SubscriptionKey::customerId)
            .text(SubscriptionKey::family)
            .arguments());
    return stored;
  }

  private record Stored(Subscription subscription, @Nullable Instant reminderAt) {}
}
