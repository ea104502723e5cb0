package io.octroi.subscription.subscription;

import io.octroi.contracts.EventIds;
import io.octroi.messaging.batch.Columns;
import io.octroi.subscription.period.Span;
import io.octroi.subscription.plan.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All subscriptions, in statements that do not grow in number with the rows they touch. */
@Component
final class Subscriptions {
  private static final String BEGIN =
      """
      insert into subscriptions
        (subscription_id, customer_id, family, version, status, plan_code, starts_at, ends_at,
         reminder_at, email, language, telegram_user_id, phone, created_at, updated_at)
      select n.id, n.customer_id, n.family, n.version, n.status, n.plan_code, n.starts_at,
             n.ends_at, n.reminder_at, n.email, n.language, n.telegram_user_id, n.phone, n.at, n.at
        from (select unnest(?::uuid[]) as id, unnest(?::bigint[]) as version,
                     unnest(?::text[]) as status, unnest(?::text[]) as plan_code,
                     unnest(?::timestamptz[]) as starts_at, unnest(?::timestamptz[]) as ends_at,
                     unnest(?::timestamptz[]) as reminder_at, unnest(?::text[]) as email,
                     unnest(?::text[]) as language, unnest(?::bigint[]) as telegram_user_id,
                     unnest(?::text[]) as phone, unnest(?::timestamptz[]) as at,
                     unnest(?::text[]) as customer_id, unnest(?::text[]) as family)
          as n
       order by n.customer_id, n.family
      """;

  /** Always in the same order, so that two batches wait for one another instead of deadlocking. */
  private static final String LOCK =
      "select "
          + SubscriptionRow.COLUMNS
          + """
            from subscriptions
           where (customer_id, family) in (select * from unnest(?::text[], ?::text[]))
           order by customer_id, family
             for update
          """;

  private static final String WRITE =
      """
      update subscriptions s
         set version = n.version, status = n.status, plan_code = n.plan_code,
             starts_at = n.starts_at, ends_at = n.ends_at, reminder_at = n.reminder_at,
             email = n.email, language = n.language, telegram_user_id = n.telegram_user_id,
             phone = n.phone,
             grace_until = case when n.status = 'active' and n.ends_at = s.ends_at
                                then s.grace_until end,
             grace_reason = case when n.status = 'active' and n.ends_at = s.ends_at
                                 then s.grace_reason end,
             updated_at = n.at
        from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[],
                    ?::text[], ?::timestamptz[])
          as n (id, version, status, plan_code, starts_at, ends_at, reminder_at, email, language,
                telegram_user_id, phone, at)
       where s.subscription_id = n.id
      """;

  private static final String RESTORE =
      """
      insert into subscriptions
        (subscription_id, customer_id, family, version, status, plan_code, created_at, updated_at)
      select a.subscription_id, g.customer_id, g.family, ?, 'unpaid', '', ?::timestamptz,
             ?::timestamptz
        from grants g join announcements a using (payment_id)
       where g.customer_id = ? and g.family = ?
       order by a.announced_at desc, a.payment_id limit 1
      on conflict do nothing
      """;

  private final JdbcTemplate jdbc;
  private final Plans plans;

  Subscriptions(JdbcTemplate jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /**
   * The subscriptions of these keys: those that have a row, locked until the commit, and a new one
   * for each of the others, which has a row once {@link #begin} has made it.
   */
  Held hold(SortedSet<SubscriptionKey> keys, Instant now) {
    List<Subscription> all =
        new ArrayList<>(
            jdbc.query(
                LOCK,
                SubscriptionRow::read,
                Columns.of(keys)
                    .text(SubscriptionKey::customerId)
                    .text(SubscriptionKey::family)
                    .arguments()));
    Set<SubscriptionKey> known =
        all.stream().map(Subscription::key).collect(Collectors.toUnmodifiableSet());
    Set<UUID> fresh = new HashSet<>();
    for (SubscriptionKey key : keys) {
      if (!known.contains(key)) {
        Subscription subscription = Subscription.unpaid(EventIds.next(now), key);
        fresh.add(subscription.id());
        all.add(subscription);
      }
    }
    return new Held(all, fresh);
  }

  /**
   * What a transaction has in its hands.
   *
   * @param all of the keys it asked for
   * @param fresh ids of those that have no row yet
   */
  record Held(List<Subscription> all, Set<UUID> fresh) {
    boolean isFresh(Subscription subscription) {
      return fresh.contains(subscription.id());
    }

    /** Those that have a row. */
    List<Subscription> stored() {
      return all.stream().filter(subscription -> !isFresh(subscription)).toList();
    }
  }

  /**
   * Makes the rows of new subscriptions.
   *
   * @throws ConcurrencyFailureException where another transaction began one of them meanwhile: what
   *     was decided here did not know of it, and must be decided again
   */
  void begin(Collection<Subscription> subscriptions, Instant now) {
    if (subscriptions.isEmpty()) {
      return;
    }
    try {
      jdbc.update(
          BEGIN,
          state(subscriptions, now)
              .text(s -> s.key().customerId())
              .text(s -> s.key().family())
              .arguments());
    } catch (DuplicateKeyException e) {
      // Not the fault of what was read, which the cause would say.
      throw begunMeanwhile();
    }
  }

  private static ConcurrencyFailureException begunMeanwhile() {
    return new ConcurrencyFailureException("a subscription was begun by somebody else meanwhile");
  }

  /**
   * Begins a subscription whose row is gone under the id that readers know it by, where its
   * payments tell; its version is beyond any that they may know.
   */
  void restore(SubscriptionKey key, Instant now) {
    jdbc.update(
        RESTORE,
        now.getEpochSecond(),
        now.toString(),
        now.toString(),
        key.customerId(),
        key.family());
  }

  /** Writes what rows have become that {@link #hold} locked. */
  void write(Collection<Subscription> subscriptions, Instant now) {
    if (!subscriptions.isEmpty()) {
      jdbc.update(WRITE, state(subscriptions, now).arguments());
    }
  }

  private Columns<Subscription> state(Collection<Subscription> subscriptions, Instant now) {
    return Columns.of(subscriptions)
        .uuids(Subscription::id)
        .longs(Subscription::version)
        .text(SubscriptionRow::status)
        .text(Subscription::planCode)
        .instants(ofSpan(Span::startsAt))
        .instants(ofSpan(Span::endsAt))
        .instants(this::reminderAt)
        .text(s -> s.contact().email())
        .text(s -> s.contact().language())
        .longs(s -> s.contact().telegramUserId())
        .text(s -> s.contact().phone())
        .instants(s -> now);
  }

  /** When the customer is to be reminded of the end; null for never. */
  @Nullable Instant reminderAt(Subscription subscription) {
    Duration before = plans.reminderBefore(subscription.planCode());
    return switch (subscription.standing()) {
      case Standing.Unpaid s -> null;
      case Standing.Active s -> before.isZero() ? null : s.span().endsAt().minus(before);
      case Standing.Expired s -> null;
    };
  }

  private static Function<Subscription, @Nullable Instant> ofSpan(Function<Span, Instant> value) {
    return subscription ->
        switch (subscription.standing()) {
          case Standing.Unpaid s -> null;
          case Standing.Active s -> value.apply(s.span());
          case Standing.Expired s -> value.apply(s.span());
        };
  }
}
