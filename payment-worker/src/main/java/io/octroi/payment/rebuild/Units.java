package io.octroi.payment.rebuild;

import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is to be mended from what a comparison left in the shadow schema. */
final class Units {
  private static final String PAYMENTS =
      """
      select distinct s.id as shadow_id, p.live_id, s.version, s.endpoint, s.provider, s.agreement,
             s.provider_customer
        from SHADOW.differences d
        left join SHADOW.pairs q on q.live_id = d.live_id
        join SHADOW.payments s on s.id = coalesce(d.shadow_id, q.shadow_id)
        left join SHADOW.pairs p on p.shadow_id = s.id
       where d.table_name in ('payments', 'payment_references', 'payment_facts')
         and s.merged_into is null
       order by s.id
      """;
  private static final String SUBJECTS =
      """
      select key[1] as provider, key[2] as subject from SHADOW.differences
       where table_name = ? and rebuilt is not null order by 1, 2
      """;
  private static final String UNEXPLAINED =
      """
      select count(*)
        from SHADOW.differences d
       where d.rebuilt is null
         and (d.table_name in ('payments', 'identities', 'agreements')
              or not exists (select 1 from SHADOW.pairs p where p.live_id = d.live_id))
      """;

  private final JdbcTemplate jdbc;
  private final Schemas schemas;

  Units(JdbcTemplate jdbc, Schemas schemas) {
    this.jdbc = jdbc;
    this.schemas = schemas;
  }

  List<Damaged> payments() {
    return jdbc.query(schemas.in(PAYMENTS), (row, number) -> damaged(row));
  }

  List<Subject> identities() {
    return subjects("identities");
  }

  List<Subject> agreements() {
    return subjects("agreements");
  }

  /** Rows that no webhook explains; nobody but a person removes them. */
  long unexplained() {
    Long count = jdbc.queryForObject(schemas.in(UNEXPLAINED), Long.class);
    return count == null ? 0 : count;
  }

  private List<Subject> subjects(String table) {
    return jdbc.query(
        schemas.in(SUBJECTS),
        (row, number) -> new Subject(row.getString(1), row.getString(2)),
        table);
  }

  private static Damaged damaged(ResultSet row) throws SQLException {
    String provider = row.getString("provider");
    return new Damaged(
        row.getObject("shadow_id", UUID.class),
        row.getObject("live_id", UUID.class),
        row.getLong("version"),
        row.getString("endpoint"),
        provider,
        row.getString("agreement"),
        row.getString("provider_customer"));
  }

  /**
   * A payment that is not what the ledger amounts to.
   *
   * @param liveId absent where no trace of it is left
   * @param version of the rebuilt row
   */
  record Damaged(
      UUID shadowId,
      @Nullable UUID liveId,
      long version,
      String endpoint,
      String provider,
      @Nullable String agreement,
      @Nullable String providerCustomer) {

    /** Without a trace of its old id it gets the rebuilt one. */
    PaymentId id() {
      return new PaymentId(liveId == null ? shadowId : liveId);
    }
  }
}
