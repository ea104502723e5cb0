package io.octroi.payment.rebuild;

import io.octroi.payment.intake.Replay;
import io.octroi.payment.ledger.StoredWebhook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads from the live schema what payments are made of. */
final class Sources {
  private static final String BELIEVED = "l.trust in ('signed', 'fetched')";
  private static final String AFTER =
      "select l.* from LIVE.ledger l where l.position > ? and "
          + BELIEVED
          + " order by l.position limit ?";
  private static final String MISSING =
      "select l.* from LIVE.ledger l where "
          + BELIEVED
          + """
             and not exists (select 1 from SHADOW.ledger s
                              where s.endpoint = l.endpoint and s.event_id = l.event_id)
           order by l.position limit ?
          """;
  private static final String ORDERS =
      """
      insert into SHADOW.orders
      select o.* from LIVE.orders o
       where not exists (select 1 from SHADOW.orders s
                          where s.provider = o.provider and s.reference = o.reference)
      """;

  /** Orders, and where their rows are gone what is left of them; what operators decided. */
  private static final String DECISIONS =
      """
      create table SHADOW.decisions as
      select row_number() over (order by d.at, d.event_id, d.payment_id) as position, d.*
        from (
          select o.created_at as at, 'order:' || o.reference as event_id, null::uuid as payment_id,
                 o.provider, o.reference, o.endpoint, null as facts
            from LIVE.orders o
          union all
          select f.at, f.event_id, f.payment_id, null, null, f.endpoint, f.facts::text
            from LIVE.payment_facts f
           where (f.endpoint = 'operator'
                  or (f.event_id like 'order:%'
                      and not exists (select 1 from LIVE.orders o
                                       where o.endpoint = f.endpoint
                                         and 'order:' || o.reference = f.event_id)))
             and not exists (select 1 from LIVE.ledger l
                              where l.endpoint = f.endpoint and l.event_id = f.event_id)) as d
       where not exists (select 1 from SHADOW.payment_facts s
                          where s.endpoint = d.endpoint and s.event_id = d.event_id)
      """;

  private static final String NEXT_DECISIONS =
      "select * from SHADOW.decisions where position > ? order by position limit ?";

  private final JdbcTemplate jdbc;
  private final Schemas schemas;

  Sources(JdbcTemplate jdbc, Schemas schemas) {
    this.jdbc = jdbc;
    this.schemas = schemas;
  }

  /** How many webhooks there are to replay, about. */
  long size() {
    Long size =
        jdbc.queryForObject(
            schemas.in("select count(*) from LIVE.ledger l where " + BELIEVED), Long.class);
    return size == null ? 0 : size;
  }

  /** The webhooks after a position, in their order. */
  List<Row> after(long position, int limit) {
    return jdbc.query(schemas.in(AFTER), Sources::row, position, limit);
  }

  /** Webhooks that were not replayed yet, in their order. */
  List<Row> missing(int limit) {
    return jdbc.query(schemas.in(MISSING), Sources::row, limit);
  }

  /** Finds the evidence that no webhook brought and that was not replayed yet. */
  void gatherDecisions() {
    jdbc.execute(schemas.in("drop table if exists SHADOW.decisions"));
    jdbc.update(schemas.in(ORDERS));
    jdbc.update(schemas.in(DECISIONS));
    jdbc.execute(schemas.in("create unique index on SHADOW.decisions (position)"));
  }

  /** What was gathered, oldest first. */
  List<Decision> decisions(long after, int limit) {
    return jdbc.query(schemas.in(NEXT_DECISIONS), (row, number) -> decision(row), after, limit);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    Instant at = instant(row, "at");
    UUID payment = row.getObject("payment_id", UUID.class);
    return payment == null
        ? new Decision.Ordered(position, at, row.getString("provider"), row.getString("reference"))
        : new Decision.Kept(
            position,
            at,
            payment,
            row.getString("event_id"),
            row.getString("endpoint"),
            row.getString("facts"));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    StoredWebhook stored = StoredWebhook.read(row, number);
    return new Row(
        stored.position(), stored.recordedAt(), new Replay.Kept(stored.webhook(), stored.source()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A webhook and where it stands in the ledger. */
  record Row(long position, Instant recordedAt, Replay.Kept kept) {}
}
