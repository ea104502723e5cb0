package io.octroi.subscription.reconciliation;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentDigest;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the payments that were taken in, by the order of their ids. */
final class KnownPayments {
  private static final String BETWEEN =
      """
      select g.payment_id, g.version, g.unknown_plan, g.held <> '' as held,
             g.merged_into is not null as merged, p.payment_id is not null as period, g.updated_at,
             g.customer_id, g.plan_code, g.provider, g.reference, g.status, g.amount, g.currency,
             g.paid_at, g.email, g.language, g.telegram_user_id, g.phone
        from grants g left join periods p on p.payment_id = g.payment_id
       where g.payment_id > ? and g.payment_id <= ?
       order by g.payment_id limit ?
      """;

  private final JdbcTemplate jdbc;

  KnownPayments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Those after one id, up to and with another one. */
  List<KnownPayment> between(UUID after, UUID upTo, int limit) {
    return jdbc.query(
        BETWEEN,
        (row, number) ->
            new KnownPayment(
                row.getObject("payment_id", UUID.class),
                row.getLong("version"),
                row.getBoolean("unknown_plan"),
                row.getBoolean("held"),
                row.getBoolean("merged"),
                row.getBoolean("period"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                PaymentDigest.of(snapshot(row))),
        after,
        upTo,
        limit);
  }

  /** What was told, as far as it was kept. */
  private static PaymentSnapshot snapshot(ResultSet row) throws SQLException {
    Long amount = row.getObject("amount", Long.class);
    OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
    return new PaymentSnapshot(
        row.getObject("payment_id", UUID.class),
        row.getLong("version"),
        row.getString("provider"),
        "",
        row.getString("reference"),
        row.getString("customer_id"),
        row.getString("plan_code"),
        amount == null ? null : Money.of(amount, row.getString("currency")),
        null,
        PaymentStatus.ofWireName(row.getString("status")),
        paidAt == null ? null : paidAt.toInstant(),
        new Contact(
            row.getString("email"),
            row.getString("language"),
            row.getObject("telegram_user_id", Long.class),
            row.getString("phone")),
        null);
  }
}
