package io.octroi.payment.rebuild;

import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what is to be mended from what a comparison left in the shadow schema, a page at a time.
 */
final class Units {
  private static final UUID FIRST = new UUID(0, 0);
  private static final String PAYMENTS =
      """
      select distinct s.id as shadow_id, p.live_id, s.version, s.endpoint, s.provider, s.agreement,
             s.provider_customer
        from SHADOW.differences d
        left join SHADOW.pairs q on q.live_id = d.live_id
        join SHADOW.payments s on s.id = coalesce(d.shadow_id, q.shadow_id)
        left join SHADOW.pairs p on p.shadow_id = s.id
       where d.table_name in ('payments', 'payment_references', 'payment_facts')
         and s.merged_into is null and s.id > ?
       order by s.id
       limit ?
      """;
  private static final String SUBJECTS =
      """
      select key[1] as provider, key[2] as subject from SHADOW.differences
       where table_name = ? and rebuilt is not null and key > array[?::text, ?::text]
       order by key
       limit ?
      """;
  private static final String INVENTED =
      """
      select distinct d.live_id
        from SHADOW.differences d
       where d.rebuilt is null and d.live_id is not null
         and not exists (select 1 from SHADOW.pairs p where p.live_id = d.live_id)
      """;
  private static final String UNEXPLAINED =
      """
      select count(*) from SHADOW.differences
       where rebuilt is null and table_name in ('identities', 'agreements')
      """;

  private final JdbcTemplate jdbc;
  private final Schemas schemas;
  private final int pageSize;

  Units(JdbcTemplate jdbc, Schemas schemas, int pageSize) {
    this.jdbc = jdbc;
    this.schemas = schemas;
    this.pageSize = pageSize;
  }

  void payments(Consumer<Damaged> each) {
    pages(
        FIRST,
        last -> jdbc.query(schemas.in(PAYMENTS), (row, number) -> damaged(row), last, pageSize),
        Damaged::shadowId,
        each);
  }

  void identities(Consumer<Subject> each) {
    subjects("identities", each);
  }

  void agreements(Consumer<Subject> each) {
    subjects("agreements", each);
  }

  /** How many live payments nothing in the ledger explains. */
  long invented() {
    return count("select count(*) from (" + INVENTED + ") as invented");
  }

  void invented(Consumer<PaymentId> each) {
    pages(
        FIRST,
        last ->
            jdbc.query(
                schemas.in(INVENTED + " and d.live_id > ? order by d.live_id limit ?"),
                (row, number) -> row.getObject(1, UUID.class),
                last,
                pageSize),
        id -> id,
        id -> each.accept(new PaymentId(id)));
  }

  /** Other rows that no webhook explains; nobody but a person removes them. */
  long unexplained() {
    return count(UNEXPLAINED);
  }

  private long count(String statement) {
    Long count = jdbc.queryForObject(schemas.in(statement), Long.class);
    return count == null ? 0 : count;
  }

  private void subjects(String table, Consumer<Subject> each) {
    pages(
        new Subject("", ""),
        last ->
            jdbc.query(
                schemas.in(SUBJECTS),
                (row, number) -> new Subject(row.getString(1), row.getString(2)),
                table,
                last.provider(),
                last.id(),
                pageSize),
        subject -> subject,
        each);
  }

  private static <T, K> void pages(
      K first, Function<K, List<T>> page, Function<T, K> key, Consumer<T> each) {
    List<T> next = page.apply(first);
    while (!next.isEmpty()) {
      next.forEach(each);
      next = page.apply(key.apply(next.getLast()));
    }
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
