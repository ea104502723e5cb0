package io.octroi.payment.backfill;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.WatermarkEvent.WatermarkAdvanced;
import io.octroi.messaging.Outbox;
import io.octroi.messaging.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Up to when everything is known, per endpoint, and who polls it. A lease runs on the database's
 * clock; what is due, and the watermark, on ours.
 */
final class Watermarks {
  private static final String PREPARE =
      """
      insert into watermarks (endpoint, provider, complete_until, next_poll_at)
      values (?, ?, ?, ?) on conflict (endpoint) do nothing
      """;
  private static final String CLAIM =
      """
      update watermarks
         set lease_owner = ?, version = version + 1,
             lease_until = clock_timestamp() + make_interval(secs => ?)
       where endpoint = ? and lease_until < clock_timestamp() and next_poll_at <= ?
      returning endpoint, complete_until, fills, version
      """;
  private static final String ADVANCE =
      """
      with before as (
        select endpoint, complete_until from watermarks where endpoint = ? for update)
      update watermarks w
         set complete_until = greatest(w.complete_until, ?), polled_at = ?, next_poll_at = ?,
             state = 'complete', failure = '', fills = 0, lease_owner = '',
             lease_until = '-infinity'
        from before
       where w.endpoint = before.endpoint and w.version = ?
      returning w.provider, w.complete_until, w.complete_until > before.complete_until as moved
      """;
  private static final String KEEP =
      """
      update watermarks
         set polled_at = ?, next_poll_at = ?, state = ?, failure = ?, fills = ?,
             lease_owner = '', lease_until = '-infinity'
       where endpoint = ? and version = ?
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Outbox outbox;
  private final String source;

  /**
   * @param source who tells of a moved watermark, such as {@code /payment-worker}
   */
  Watermarks(JdbcClient jdbc, TransactionTemplate transactions, Outbox outbox, String source) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.outbox = outbox;
    this.source = source;
  }

  /** One endpoint as it stands. */
  record Row(
      String endpoint,
      String provider,
      Instant completeUntil,
      @Nullable Instant polledAt,
      Instant nextPollAt,
      String state,
      String failure) {}

  /** Makes sure that there is a row. */
  void prepare(String endpoint, String provider, Instant completeUntil, Instant now) {
    jdbc.sql(PREPARE).params(endpoint, provider, utc(completeUntil), utc(now)).update();
  }

  /** Takes an endpoint that is due by then and that nobody polls. */
  Optional<Claimed> claim(String endpoint, String owner, Duration lease, Instant dueBy) {
    return jdbc.sql(CLAIM)
        .params(owner, lease.toMillis() / 1000.0, endpoint, utc(dueBy))
        .query((row, _) ->
            new Claimed(
                row.getString("endpoint"),
                instant(row, "complete_until"),
                row.getInt("fills"),
                row.getLong("version")))
        .optional();
  }

  /** Moves the watermark and tells so; whoever was overtaken moves nothing. */
  void complete(Claimed claimed, Instant until, Instant now, Instant nextPollAt) {
    transactions.executeWithoutResult(_ ->
        jdbc.sql(ADVANCE)
            .params(claimed.endpoint(), utc(until), utc(now), utc(nextPollAt), claimed.fence())
            .query((row, _) ->
                row.getBoolean("moved")
                    ? List.of(
                        new WatermarkAdvanced(
                            now,
                            claimed.endpoint(),
                            row.getString("provider"),
                            instant(row, "complete_until")))
                    : List.<WatermarkAdvanced>of())
            .optional()
            .ifPresent(moved -> tell(moved, now)));
  }

  /** Leaves the watermark where it is. */
  void keep(Claimed claimed, Kept kept) {
    jdbc.sql(KEEP)
        .params(
            utc(kept.polledAt()),
            utc(kept.nextPollAt()),
            kept.state(),
            kept.failure(),
            kept.fills(),
            claimed.endpoint(),
            claimed.fence())
        .update();
  }

  /** Why it stays. */
  record Kept(Instant polledAt, Instant nextPollAt, String state, String failure, int fills) {}

  /** All of them, by name. */
  List<Row> all() {
    return jdbc.sql(
            """
            select endpoint, provider, complete_until, polled_at, next_poll_at, state, failure
              from watermarks order by endpoint
            """)
        .query((row, _) ->
            new Row(
                row.getString("endpoint"),
                row.getString("provider"),
                instant(row, "complete_until"),
                row.getObject("polled_at") == null ? null : instant(row, "polled_at"),
                instant(row, "next_poll_at"),
                row.getString("state"),
                row.getString("failure")))
        .list();
  }

  private void tell(List<WatermarkAdvanced> moved, Instant now) {
    outbox.append(
        moved.stream()
            .map(event ->
                new OutboxMessage(new EventEnvelope(EventIds.next(now), source, event), ""))
            .toList());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
