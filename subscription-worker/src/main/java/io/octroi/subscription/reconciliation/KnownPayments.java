package io.octroi.subscription.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the payments that were taken in, by the order of their ids. */
final class KnownPayments {
  private static final String BETWEEN =
      """
      select g.payment_id, g.version, g.unknown_plan, g.held <> '' as held,
             g.merged_into is not null as merged, p.payment_id is not null as period, g.updated_at
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
                row.getObject("updated_at", OffsetDateTime.class).toInstant()),
        after,
        upTo,
        limit);
  }
}
