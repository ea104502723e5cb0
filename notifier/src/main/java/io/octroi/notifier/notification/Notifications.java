package io.octroi.notifier.notification;

import io.octroi.contracts.Money;
import io.octroi.notifier.notification.Notification.Access;
import io.octroi.notifier.notification.Notification.Payment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** All notifications. */
public final class Notifications {
  private static final String INSERT =
      """
      insert into notifications (id, key, kind, customer_id, subscription_id, version, family,
             plan_code, ends_at, payment_id, amount_minor, refunded_minor, currency, reversed,
             occurred_at, created_at, traceparent)
      select * from unnest(?::text[]::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]::uuid[],
             ?::text[]::bigint[], ?::text[], ?::text[], ?::text[]::timestamptz[],
             ?::text[]::uuid[], ?::text[]::bigint[], ?::text[]::bigint[], ?::text[], ?::boolean[],
             ?::text[]::timestamptz[], ?::text[]::timestamptz[], ?::text[])
      on conflict do nothing
      returning id
      """;

  private final JdbcTemplate jdbc;

  public Notifications(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes the rows whose key, and whose payment's confirmation, is not yet taken.
   *
   * @return the ids of the rows that were made
   */
  public Set<UUID> insert(Collection<Notification> notifications) {
    if (notifications.isEmpty()) {
      return Set.of();
    }
    // One order of keys for all transactions, so that two of them never wait for each other.
    List<Notification> rows =
        notifications.stream().sorted(Comparator.comparing(Notification::key)).toList();
    return new HashSet<>(
        jdbc.query(
            INSERT,
            (row, number) -> row.getObject(1, UUID.class),
            texts(rows, n -> n.id()),
            texts(rows, Notification::key),
            texts(rows, n -> n.kind().wireName()),
            texts(rows, n -> n.subject().customerId()),
            ofAccess(rows, Access::subscriptionId),
            ofAccess(rows, Access::version),
            ofAccess(rows, Access::family),
            texts(rows, n -> n.subject().planCode()),
            ofAccess(rows, Access::endsAt),
            ofPayment(rows, Payment::paymentId),
            ofPayment(rows, p -> p.amount() == null ? null : p.amount().minorUnits()),
            ofPayment(rows, p -> p.refunded() == null ? null : p.refunded().minorUnits()),
            ofPayment(rows, Payment::currency),
            rows.stream().map(Notification::reversed).toArray(Boolean[]::new),
            texts(rows, Notification::occurredAt),
            texts(rows, Notification::createdAt),
            texts(rows, Notification::traceparent)));
  }

  /** Which events took these keys; keys that nobody took are left out. */
  public Map<String, KeyHolder> holders(Collection<String> keys) {
    Map<String, KeyHolder> holders = new HashMap<>();
    if (keys.isEmpty()) {
      return holders;
    }
    jdbc.query(
        "select key, subscription_id, version, occurred_at from notifications"
            + " where key = any(?::text[])",
        row -> {
          holders.put(
              row.getString(1),
              new KeyHolder(
                  row.getObject(2, UUID.class), row.getLong(3), instant(row, "occurred_at")));
        },
        (Object) keys.toArray(String[]::new));
    return holders;
  }

  /** The confirmations of these payments, by payment id. */
  public Map<UUID, KeyHolder> confirmations(Collection<UUID> paymentIds) {
    Map<UUID, KeyHolder> holders = new HashMap<>();
    if (paymentIds.isEmpty()) {
      return holders;
    }
    jdbc.query(
        "select payment_id, subscription_id, version, occurred_at from notifications"
            + " where kind in ('activation-confirmed', 'renewal-confirmed')"
            + " and payment_id = any(?::text[]::uuid[])",
        row -> {
          holders.put(
              row.getObject(1, UUID.class),
              new KeyHolder(
                  row.getObject(2, UUID.class), row.getLong(3), instant(row, "occurred_at")));
        },
        (Object) paymentIds.stream().map(UUID::toString).toArray(String[]::new));
    return holders;
  }

  public Optional<Notification> find(UUID id) {
    return jdbc
        .query("select * from notifications where id = ?", (row, number) -> read(row), id)
        .stream()
        .findFirst();
  }

  /** The newest notifications of a customer, newest first, {@code limit} at most. */
  public List<Notification> ofCustomer(String customerId, int limit) {
    return jdbc.query(
        "select * from notifications where customer_id = ? order by created_at desc, id desc"
            + " limit ?",
        (row, number) -> read(row),
        customerId,
        limit);
  }

  private static Notification read(ResultSet row) throws SQLException {
    return new Notification(
        row.getObject("id", UUID.class),
        row.getString("key"),
        NotificationKind.ofWireName(row.getString("kind")),
        new Notification.Subject(
            row.getString("customer_id"), row.getString("plan_code"), access(row)),
        payment(row),
        row.getBoolean("reversed"),
        instant(row, "occurred_at"),
        instant(row, "created_at"),
        row.getString("traceparent"));
  }

  private static @Nullable Access access(ResultSet row) throws SQLException {
    UUID subscriptionId = row.getObject("subscription_id", UUID.class);
    return subscriptionId == null
        ? null
        : new Access(
            subscriptionId,
            row.getLong("version"),
            row.getString("family"),
            instant(row, "ends_at"));
  }

  private static @Nullable Payment payment(ResultSet row) throws SQLException {
    UUID paymentId = row.getObject("payment_id", UUID.class);
    return paymentId == null
        ? null
        : new Payment(paymentId, money(row, "amount_minor"), money(row, "refunded_minor"));
  }

  private static @Nullable Money money(ResultSet row, String minorUnits) throws SQLException {
    Long amount = row.getObject(minorUnits, Long.class);
    return amount == null ? null : Money.of(amount, row.getString("currency"));
  }

  private static @Nullable String[] ofAccess(
      List<Notification> rows, Function<Access, @Nullable Object> column) {
    return texts(
        rows, n -> n.subject().access() == null ? null : column.apply(n.subject().access()));
  }

  private static @Nullable String[] ofPayment(
      List<Notification> rows, Function<Payment, @Nullable Object> column) {
    return texts(rows, n -> n.payment() == null ? null : column.apply(n.payment()));
  }

  private static @Nullable String[] texts(
      List<Notification> rows, Function<Notification, @Nullable Object> column) {
    @Nullable String[] texts = new @Nullable String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = column.apply(rows.get(i));
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
