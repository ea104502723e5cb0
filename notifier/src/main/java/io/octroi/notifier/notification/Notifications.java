package io.octroi.notifier.notification;

import io.octroi.contracts.Money;
import io.octroi.messaging.batch.Columns;
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
      select unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
             unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]),
             unnest(?::timestamptz[]), unnest(?::uuid[]), unnest(?::bigint[]),
             unnest(?::bigint[]), unnest(?::text[]), unnest(?::boolean[]),
             unnest(?::timestamptz[]), unnest(?::timestamptz[]), unnest(?::text[])
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
            Columns.of(rows)
                .uuids(Notification::id)
                .text(Notification::key)
                .text(n -> n.kind().wireName())
                .text(n -> n.subject().customerId())
                .uuids(ofAccess(Access::subscriptionId))
                .longs(ofAccess(Access::version))
                .text(ofAccess(Access::family))
                .text(n -> n.subject().planCode())
                .instants(ofAccess(Access::endsAt))
                .uuids(ofPayment(Payment::paymentId))
                .longs(ofPayment(p -> minorUnits(p.amount())))
                .longs(ofPayment(p -> minorUnits(p.refunded())))
                .text(ofPayment(Payment::currency))
                .booleans(Notification::reversed)
                .instants(Notification::occurredAt)
                .instants(Notification::createdAt)
                .text(Notification::traceparent)
                .arguments()));
  }

  /**
   * Which events took these keys; keys that nobody took are left out, and so are those of
   * confirmations, which {@link #confirmations} finds by their payment.
   */
  public Map<String, KeyHolder> holders(Collection<String> keys) {
    Map<String, KeyHolder> holders = new HashMap<>();
    if (keys.isEmpty()) {
      return holders;
    }
    jdbc.query(
        "select key, subscription_id, version, occurred_at from notifications"
            + " where kind not in ('activation-confirmed', 'renewal-confirmed')"
            + " and key = any(?::text[])",
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
            + " and payment_id = any(?::uuid[])",
        row -> {
          holders.put(
              row.getObject(1, UUID.class),
              new KeyHolder(
                  row.getObject(2, UUID.class), row.getLong(3), instant(row, "occurred_at")));
        },
        Columns.of(paymentIds).uuids(id -> id).arguments());
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

  private static <V> Function<Notification, @Nullable V> ofAccess(Function<Access, V> value) {
    return n -> n.subject().access() == null ? null : value.apply(n.subject().access());
  }

  private static <V> Function<Notification, @Nullable V> ofPayment(
      Function<Payment, @Nullable V> value) {
    return n -> n.payment() == null ? null : value.apply(n.payment());
  }

  private static @Nullable Long minorUnits(@Nullable Money money) {
    return money == null ? null : money.minorUnits();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
