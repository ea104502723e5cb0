package io.octroi.payment.secretuse;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.messaging.batch.Columns;
import io.octroi.payment.ledger.Entry;
import io.octroi.payment.ledger.Recorded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps when each version of a secret last proved a webhook, with the batch that brought it. One
 * row a partition: batches of two partitions never wait for one another here.
 */
public class SecretUses {
  private static final String NOTE =
      """
      insert into secret_uses as u (
          endpoint, version, partition_no, first_used_at, last_used_at, uses)
      select * from unnest(
          ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
      on conflict (endpoint, version, partition_no) do update
         set first_used_at = least(u.first_used_at, excluded.first_used_at),
             last_used_at = greatest(u.last_used_at, excluded.last_used_at),
             uses = u.uses + excluded.uses
      """;
  private static final String LIST =
      """
      select endpoint, version, min(first_used_at) as first_used_at,
             max(last_used_at) as last_used_at, sum(uses) as uses,
             min(min(first_used_at)) over (partition by endpoint) as watched_since
        from secret_uses
       group by endpoint, version
       order by endpoint, last_used_at desc, version
      """;
  private static final RowMapper<SecretUse> USE =
      (row, number) ->
          new SecretUse(
              row.getString("endpoint"),
              row.getString("version"),
              row.getTimestamp("first_used_at").toInstant(),
              row.getTimestamp("last_used_at").toInstant(),
              row.getLong("uses"),
              row.getTimestamp("watched_since").toInstant());

  private final JdbcTemplate jdbc;

  public SecretUses(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes what proved a batch. A repetition was proved too, but is not counted again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(Recorded recorded) {
    NavigableMap<Key, Span> spans = new TreeMap<>();
    add(recorded.fresh(), 1, spans);
    add(recorded.known(), 0, spans);
    add(recorded.conflicting(), 0, spans);
    if (!spans.isEmpty()) {
      // In the order of their keys, so that two who write never wait for one another in a circle.
      jdbc.update(
          NOTE,
          Columns.of(spans.entrySet())
              .text(span -> span.getKey().endpoint())
              .text(span -> span.getKey().version())
              .integers(span -> span.getKey().partition())
              .instants(span -> span.getValue().first())
              .instants(span -> span.getValue().last())
              .longs(span -> span.getValue().uses())
              .arguments());
    }
  }

  /** Every version that ever proved a webhook, those of one endpoint together. */
  public List<SecretUse> all() {
    return jdbc.query(LIST, USE);
  }

  private static void add(Collection<Entry> entries, long uses, NavigableMap<Key, Span> spans) {
    for (Entry entry : entries) {
      VerifiedWebhook webhook = entry.webhook();
      String version = webhook.provenance().secretVersion();
      if (!version.equals(Provenance.NO_SECRET)) {
        spans.merge(
            new Key(webhook.endpoint(), version, entry.source().partition()),
            new Span(webhook.receivedAt(), webhook.receivedAt(), uses),
            Span::with);
      }
    }
  }

  private record Key(String endpoint, String version, int partition) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byEndpoint = endpoint.compareTo(other.endpoint);
      int byVersion = byEndpoint == 0 ? version.compareTo(other.version) : byEndpoint;
      return byVersion == 0 ? Integer.compare(partition, other.partition) : byVersion;
    }
  }

  private record Span(Instant first, Instant last, long uses) {
    Span with(Span other) {
      return new Span(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          uses + other.uses);
    }
  }
}
