package io.octroi.payment.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens inquiries about orders whose end no webhook told. */
public final class OrderInquiries {
  /** What was found paid or failed is open until the ledger has it. */
  private static final String OPEN =
      """
      select o.reference, o.created_at,
             case when i.state = 'open' and i.verdict = 'requery_unavailable'
                  then coalesce(nullif(i.reason, ''), 'unavailable') else '' end as failure
        from orders o
        left join inquiries i
          on i.endpoint = o.endpoint and i.kind = ? and i.reference = o.reference
       where o.endpoint = ? and o.created_at >= ? and o.created_at < ?
         and (o.created_at, o.reference) > (?, ?)
         and (o.state = 'open' and (i.id is null or i.state = 'unknown')
              or i.state = 'open'
              or i.passed_as <> ''
                 and not exists (select from ledger l
                                  where l.endpoint = i.endpoint and l.event_id = i.passed_as))
       order by o.created_at, o.reference
       limit ?
      """;

  /** An order that the provider did not know is asked for again: its payer may have begun late. */
  private static final String ASK =
      """
      insert into inquiries as i (
          endpoint, provider, kind, reference, trust, claim, claimed_at, state, first_asked,
          next_at, event_id, traceparent)
      select o.endpoint, o.provider, ?, o.reference, 'hint', 'other', o.created_at, 'open', ?, ?,
             '', ''
        from orders o
       where o.endpoint = ? and o.reference = any (?::text[]) and o.state = 'open'
       order by o.reference
      on conflict (endpoint, kind, reference) do update
         set state = 'open', attempts = 0, next_at = excluded.next_at, closed_at = null
       where i.state = 'unknown' and i.closed_at <= ?
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  public OrderInquiries(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An endpoint's open orders, oldest first.
   *
   * @param kind what the provider's inquiries are about, such as {@code payment}
   * @param from when they were registered at the earliest
   * @param to when they were registered, exclusive
   * @param after the last one of the page before; its reference is empty for the first page
   */
  public List<OpenOrder> open(
      String endpoint, String kind, Instant from, Instant to, OpenOrder after, int limit) {
    return jdbc.query(
        OPEN,
        (row, number) -> order(row),
        kind,
        endpoint,
        Timestamp.from(from),
        Timestamp.from(to),
        Timestamp.from(after.createdAt()),
        after.reference(),
        limit);
  }

  /**
   * Has these asked for, unless they are already.
   *
   * @param again how long ago one must have been unknown to the provider to be asked for again
   */
  public void ask(String endpoint, String kind, Collection<String> references, Duration again) {
    Instant now = clock.instant();
    jdbc.update(
        ASK,
        kind,
        Timestamp.from(now),
        Timestamp.from(now),
        endpoint,
        references.toArray(String[]::new),
        Timestamp.from(now.minus(again)));
  }

  private static OpenOrder order(ResultSet row) throws SQLException {
    return new OpenOrder(
        row.getString("reference"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("failure"));
  }
}
