package io.octroi.subscription.watermark;

import io.octroi.messaging.batch.Columns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The watermarks of all endpoints. One that was heard does not count at once: payments that were on
 * their way from the ledger to here when it was heard come first.
 */
@Component
public final class Watermarks {
  private static final String HEAR =
      """
      insert into watermarks as w (endpoint, provider, complete_until, heard_at)
      select n.endpoint, min(n.provider), max(n.complete_until), max(n.heard_at)
        from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
          as n (endpoint, provider, complete_until, heard_at)
       group by n.endpoint order by n.endpoint
      on conflict (endpoint) do update
         set complete_until = excluded.complete_until, heard_at = excluded.heard_at
       where w.complete_until < excluded.complete_until
      """;

  private static final String COUNT =
      """
      update watermarks w
         set effective_until = greatest(w.effective_until, n.until)
        from unnest(?::text[], ?::timestamptz[]) as n (endpoint, until)
       where w.endpoint = n.endpoint
      """;

  private final JdbcTemplate jdbc;

  Watermarks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes watermarks in, in any order and as often as they come; none moves back. */
  public void hear(Collection<Watermark> heard) {
    jdbc.update(
        HEAR,
        Columns.of(heard)
            .text(Watermark::endpoint)
            .text(Watermark::provider)
            .text(Watermark::completeUntil)
            .text(Watermark::heardAt)
            .arguments());
  }

  /**
   * Up to when everything is known, by endpoint; {@link Instant#EPOCH} for an endpoint of which
   * nothing counts yet.
   */
  public Map<String, Instant> effective() {
    return read("select endpoint, coalesce(effective_until, 'epoch') from watermarks");
  }

  /** What was heard and does not count yet. */
  Map<String, Instant> waiting() {
    return read(
        """
        select endpoint, complete_until from watermarks
         where effective_until is distinct from complete_until
        """);
  }

  /** From now on these count. */
  public void count(Map<String, Instant> caughtUp) {
    jdbc.update(
        COUNT,
        Columns.of(caughtUp.entrySet())
            .text(Map.Entry::getKey)
            .text(Map.Entry::getValue)
            .arguments());
  }

  private Map<String, Instant> read(String query) {
    Map<String, Instant> byEndpoint = new HashMap<>();
    jdbc.query(
        query,
        row -> {
          byEndpoint.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        });
    return byEndpoint;
  }
}
