package io.octroi.notifier.subscription;

import io.octroi.contracts.SubscriptionStatus;
import io.octroi.messaging.batch.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest state of every subscription. */
public final class SubscriptionStates {
  private static final String STORE =
      """
      insert into subscription_states as known
             (subscription_id, version, customer_id, family, plan_code, status, ends_at, reversed)
      select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]),
             unnest(?::text[]), unnest(?::text[]), unnest(?::timestamptz[]), unnest(?::boolean[])
      on conflict (subscription_id) do update
         set version = excluded.version, customer_id = excluded.customer_id,
             family = excluded.family, plan_code = excluded.plan_code, status = excluded.status,
             ends_at = excluded.ends_at, reversed = excluded.reversed
       where excluded.version > known.version
      """;

  private static final String OF_CUSTOMER_OR_ACCOUNT =
      """
      select s.* from subscription_states s where s.customer_id = ?
      union
      select s.* from telegram_links l join subscription_states s using (customer_id)
       where l.telegram_user_id = ?
      union
      select s.* from contacts c join subscription_states s on s.subscription_id = c.told_with
       where c.telegram_user_id = ?
      """;

  private final JdbcTemplate jdbc;

  public SubscriptionStates(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores what is newer than what is known; each subscription at most once in {@code states}. */
  public void store(Collection<SubscriptionState> states) {
    List<SubscriptionState> rows =
        states.stream().sorted(Comparator.comparing(SubscriptionState::subscriptionId)).toList();
    jdbc.update(
        STORE,
        Columns.of(rows)
            .uuids(SubscriptionState::subscriptionId)
            .longs(SubscriptionState::version)
            .text(SubscriptionState::customerId)
            .text(SubscriptionState::family)
            .text(SubscriptionState::planCode)
            .text(s -> s.status().wireName())
            .instants(SubscriptionState::endsAt)
            .booleans(SubscriptionState::reversed)
            .arguments());
  }

  public Optional<SubscriptionState> find(UUID subscriptionId) {
    return jdbc
        .query(
            "select * from subscription_states where subscription_id = ?",
            (row, number) -> read(row),
            subscriptionId)
        .stream()
        .findFirst();
  }

  /** Everything a customer has or had. */
  public List<SubscriptionState> ofCustomer(String customerId) {
    return jdbc.query(
        "select * from subscription_states where customer_id = ?",
        (row, number) -> read(row),
        customerId);
  }

  /** Everything that is known to belong to a customer or to a Telegram account. */
  public List<SubscriptionState> ofCustomerOrAccount(String customerId, long telegramUserId) {
    return jdbc.query(
        OF_CUSTOMER_OR_ACCOUNT,
        (row, number) -> read(row),
        customerId,
        telegramUserId,
        telegramUserId);
  }

  private static SubscriptionState read(ResultSet row) throws SQLException {
    return new SubscriptionState(
        row.getObject("subscription_id", UUID.class),
        row.getLong("version"),
        row.getString("customer_id"),
        row.getString("family"),
        row.getString("plan_code"),
        SubscriptionStatus.ofWireName(row.getString("status")),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("reversed"));
  }
}
