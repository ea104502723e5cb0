package io.octroi.payment.rebuild;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.intake.Replay.Kept;
import io.octroi.payment.ledger.Entry;
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
  private static final String DECISIONS =
      """
      select f.payment_id, f.event_id, f.endpoint, f.at, f.facts::text as facts
        from LIVE.payment_facts f
       where not exists (select 1 from LIVE.ledger l
                          where l.endpoint = f.endpoint and l.event_id = f.event_id)
         and (f.endpoint = 'operator' or f.event_id like 'order:%')
         and not exists (select 1 from SHADOW.payment_facts s
                          where s.endpoint = f.endpoint and s.event_id = f.event_id)
       order by f.at, f.event_id
      """;

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

  /** Evidence that no webhook brought and that was not replayed yet, oldest first. */
  List<Decision> decisions() {
    return jdbc.query(
        schemas.in(DECISIONS),
        (row, number) ->
            new Decision(
                row.getObject("payment_id", UUID.class),
                row.getString("event_id"),
                row.getString("endpoint"),
                instant(row, "at"),
                row.getString("facts")));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            row.getString("endpoint"),
            row.getString("provider"),
            row.getString("event_id"),
            row.getString("event_type"),
            row.getString("ordering_key"),
            instant(row, "occurred_at"),
            instant(row, "received_at"),
            new Provenance(
                Trust.ofWireName(row.getString("trust")),
                row.getString("secret_version"),
                Origin.ofWireName(row.getString("origin")),
                row.getString("sealed_sha256")),
            row.getBytes("body"));
    Entry.Source source =
        new Entry.Source(
            row.getString("topic"),
            row.getInt("partition_no"),
            row.getLong("offset_no"),
            row.getString("traceparent"));
    return new Row(row.getLong("position"), instant(row, "recorded_at"), new Kept(webhook, source));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A webhook and where it stands in the ledger. */
  record Row(long position, Instant recordedAt, Kept kept) {}

  /**
   * Evidence of our own: an order, or what an operator decided.
   *
   * @param facts JSON
   */
  record Decision(UUID payment, String eventId, String endpoint, Instant at, String facts) {}
}
