package io.octroi.notifier.payment;

import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.messaging.batch.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest state of every payment. */
public final class PaymentStates {
  private static final String STORE =
      """
      insert into payment_states as known
             (payment_id, version, customer_id, plan_code, status, amount_minor, refunded_minor,
              currency, paid_at, ever_paid, disputes, merged)
      select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]),
             unnest(?::text[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::text[]),
             unnest(?::timestamptz[]), unnest(?::boolean[]), unnest(?::integer[]),
             unnest(?::boolean[])
      on conflict (payment_id) do update
         set version = excluded.version, customer_id = excluded.customer_id,
             plan_code = excluded.plan_code, status = excluded.status,
             amount_minor = excluded.amount_minor, refunded_minor = excluded.refunded_minor,
             currency = excluded.currency, paid_at = excluded.paid_at,
             ever_paid = known.ever_paid or excluded.ever_paid, disputes = excluded.disputes,
             merged = excluded.merged
       where excluded.version >= known.version
      returning *
      """;

  // That it was paid once is true whichever version said so.
  private static final String PAID_ONCE =
      "update payment_states set ever_paid = true"
          + " where payment_id = any(?::uuid[]) and not ever_paid";

  private final JdbcTemplate jdbc;

  public PaymentStates(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores what is newer than what is known; each payment at most once in {@code told}.
   *
   * @return what is known of these payments then
   */
  public List<PaymentState> store(Collection<PaymentState> told) {
    // One order for all transactions, so that two of them never wait for each other.
    List<PaymentState> rows =
        told.stream().sorted(Comparator.comparing(PaymentState::paymentId)).toList();
    List<PaymentState> known =
        new ArrayList<>(
            jdbc.query(
                STORE,
                (row, number) -> read(row),
                Columns.of(rows)
                    .uuids(PaymentState::paymentId)
                    .longs(PaymentState::version)
                    .text(PaymentState::customerId)
                    .text(PaymentState::planCode)
                    .text(state -> state.status().wireName())
                    .longs(state -> minorUnits(state.amount()))
                    .longs(state -> minorUnits(state.refunded()))
                    .text(PaymentStates::currency)
                    .instants(PaymentState::paidAt)
                    .booleans(PaymentState::everPaid)
                    .integers(PaymentState::disputes)
                    .booleans(PaymentState::merged)
                    .arguments()));
    Set<UUID> stored = known.stream().map(PaymentState::paymentId).collect(Collectors.toSet());
    List<PaymentState> outdated =
        rows.stream().filter(state -> !stored.contains(state.paymentId())).toList();
    if (!outdated.isEmpty()) {
      known.addAll(newerThan(outdated));
    }
    return known;
  }

  private List<PaymentState> newerThan(List<PaymentState> outdated) {
    jdbc.update(
        PAID_ONCE,
        Columns.of(outdated.stream().filter(PaymentState::everPaid).toList())
            .uuids(PaymentState::paymentId)
            .arguments());
    return jdbc.query(
        "select * from payment_states where payment_id = any(?::uuid[])",
        (row, number) -> read(row),
        Columns.of(outdated).uuids(PaymentState::paymentId).arguments());
  }

  public Optional<PaymentState> find(UUID paymentId) {
    return jdbc
        .query(
            "select * from payment_states where payment_id = ?",
            (row, number) -> read(row),
            paymentId)
        .stream()
        .findFirst();
  }

  /** Whether a customer has paid anything at {@code since} or later. */
  public boolean anyPaidSince(String customerId, Instant since) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from payment_states where customer_id = ? and paid_at >= ?)",
            Boolean.class,
            customerId,
            since.atOffset(ZoneOffset.UTC)));
  }

  private static PaymentState read(ResultSet row) throws SQLException {
    OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
    return new PaymentState(
        row.getObject("payment_id", UUID.class),
        row.getLong("version"),
        row.getString("customer_id"),
        row.getString("plan_code"),
        PaymentStatus.ofWireName(row.getString("status")),
        money(row, "amount_minor"),
        money(row, "refunded_minor"),
        paidAt == null ? null : paidAt.toInstant(),
        row.getBoolean("ever_paid"),
        row.getInt("disputes"),
        row.getBoolean("merged"));
  }

  private static @Nullable Money money(ResultSet row, String column) throws SQLException {
    Long minorUnits = row.getObject(column, Long.class);
    return minorUnits == null ? null : Money.of(minorUnits, row.getString("currency"));
  }

  private static @Nullable Long minorUnits(@Nullable Money money) {
    return money == null ? null : money.minorUnits();
  }

  private static @Nullable String currency(PaymentState state) {
    Money known = state.amount() == null ? state.refunded() : state.amount();
    return known == null ? null : known.currency().getCurrencyCode();
  }
}
