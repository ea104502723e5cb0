package io.octroi.payment.ledger;

import io.octroi.contracts.Trust;
import io.octroi.messaging.batch.Columns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every webhook once, and tells the new ones from the known. */
public class Ledger {
  private static final String RECORD =
      """
      insert into ledger (
          endpoint, event_id, provider, event_type, ordering_key, occurred_at, received_at,
          secret_version, trust, origin, sealed_sha256, body, sha256, topic, partition_no,
          offset_no, traceparent, outcome, reason, recorded_at)
      select e.*, ?::timestamptz
        from (select unnest(?::text[]) as endpoint, unnest(?::text[]) as event_id,
                     unnest(?::text[]) as provider, unnest(?::text[]) as event_type,
                     unnest(?::text[]) as ordering_key, unnest(?::timestamptz[]) as occurred_at,
                     unnest(?::timestamptz[]) as received_at, unnest(?::text[]) as secret_version,
                     unnest(?::text[]) as trust, unnest(?::text[]) as origin,
                     unnest(?::text[]) as sealed_sha256, unnest(?::bytea[]) as body,
                     unnest(?::bytea[]) as sha256, unnest(?::text[]) as topic,
                     unnest(?::int[]) as partition_no, unnest(?::bigint[]) as offset_no,
                     unnest(?::text[]) as traceparent, unnest(?::text[]) as outcome,
                     unnest(?::text[]) as reason)
          as e
      on conflict (endpoint, event_id) do nothing
      returning endpoint, event_id
      """;
  private static final String HASHES =
      """
      select l.endpoint, l.event_id, l.sha256, l.trust
        from ledger l
        join unnest(?::text[], ?::text[]) as w (endpoint, event_id)
          on l.endpoint = w.endpoint and l.event_id = w.event_id
      """;
  private static final String BELIEVED =
      """
      select event_id, trust in ('signed', 'fetched') or outcome = 'applied' as believed
        from ledger
       where endpoint = ? and event_id = any (?::text[])
      """;
  private static final String CONFLICTS =
      """
      insert into ledger_conflicts (
          endpoint, event_id, sha256, body, received_at, topic, partition_no, offset_no,
          recorded_at)
      select e.*, ?::timestamptz
        from unnest(
          ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::timestamptz[], ?::text[], ?::int[],
          ?::bigint[]) as e
      on conflict (endpoint, event_id, sha256) do nothing
      returning endpoint, event_id, sha256
      """;
  private static final String MOVE =
      """
      update ledger l
         set outcome = ?, reason = ?
        from unnest(?::text[], ?::text[]) as w (endpoint, event_id)
       where l.endpoint = w.endpoint and l.event_id = w.event_id and l.outcome = ?
      """;
  private static final String FETCHED = Trust.FETCHED.wireName();
  private static final RowMapper<LedgerKey> KEY =
      (row, number) -> new LedgerKey(row.getString("endpoint"), row.getString("event_id"));

  private final JdbcTemplate jdbc;
  private final Clock clock;

  public Ledger(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps what is new. The same id with other bytes is kept aside and changes nothing.
   *
   * @return which are new, which were known, and which contradict what is known
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Recorded record(List<Entry> entries) {
    NavigableMap<LedgerKey, Entry> first = new TreeMap<>();
    List<Entry> again = new ArrayList<>();
    for (Entry entry : entries) {
      if (first.putIfAbsent(entry.key(), entry) != null) {
        again.add(entry);
      }
    }
    Set<LedgerKey> inserted = insert(first.values());
    List<Entry> fresh = new ArrayList<>();
    Map<LedgerKey, Known> hashes = new HashMap<>();
    first.forEach((key, entry) -> {
      if (inserted.contains(key)) {
        fresh.add(entry);
        hashes.put(key, Known.of(entry));
      } else {
        again.add(entry);
      }
    });
    hashes.putAll(known(again.stream().map(Entry::key).toList()));
    List<Entry> other = again.stream().filter(e -> contradicts(e, hashes.get(e.key()))).toList();
    Set<Contradiction> kept = keepAside(other);
    List<Entry> conflicting =
        other.stream().filter(e -> kept.contains(Contradiction.of(e))).distinct().toList();
    fresh.sort(inOrderOf(entries));
    again.removeAll(conflicting);
    return new Recorded(fresh, again, conflicting);
  }

  /**
   * Those of an endpoint's event ids that are here, with whether their word counts: a webhook that
   * could not be believed counts once it was confirmed.
   */
  public Map<String, Boolean> believed(String endpoint, Collection<String> eventIds) {
    Map<String, Boolean> known = new HashMap<>();
    jdbc.query(
        BELIEVED,
        row -> {
          known.put(row.getString("event_id"), row.getBoolean("believed"));
        },
        endpoint,
        eventIds.toArray(String[]::new));
    return known;
  }

  /** These turned out to tell of a payment that nobody told of yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void unmatched(Collection<LedgerKey> keys) {
    move(keys, Outcome.APPLIED, Outcome.UNMATCHED, "payment_unknown");
  }

  /** The payment of these was heard of. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void matched(Collection<LedgerKey> keys) {
    move(keys, Outcome.UNMATCHED, Outcome.APPLIED, "");
  }

  /** This turned out to be nothing to ask the provider about. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notAwaited(LedgerKey key, String reason) {
    move(List.of(key), Outcome.AWAITING_CONFIRMATION, Outcome.IGNORED, reason);
  }

  private Set<LedgerKey> insert(Collection<Entry> entries) {
    return new HashSet<>(
        jdbc.query(
            RECORD,
            KEY,
            Columns.of(entries)
                .same(clock.instant())
                .text(e -> e.webhook().endpoint())
                .text(e -> e.webhook().eventId())
                .text(e -> e.webhook().provider())
                .text(e -> e.webhook().eventType())
                .text(e -> e.webhook().orderingKey())
                .instants(e -> e.webhook().occurredAt())
                .instants(e -> e.webhook().receivedAt())
                .text(e -> e.webhook().provenance().secretVersion())
                .text(e -> e.webhook().trust().wireName())
                .text(e -> e.webhook().provenance().origin().wireName())
                .text(e -> e.webhook().provenance().sealedSha256())
                .bytes(e -> e.webhook().body())
                .bytes(e -> e.sha256().bytes())
                .text(e -> e.source().topic())
                .integers(e -> e.source().partition())
                .longs(e -> e.source().offset())
                .text(e -> e.source().traceparent())
                .text(e -> e.outcome().storedName())
                .text(Entry::reason)
                .arguments()));
  }

  private Map<LedgerKey, Known> known(Collection<LedgerKey> keys) {
    Map<LedgerKey, Known> found = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.query(
          HASHES,
          row -> {
            found.put(
                new LedgerKey(row.getString("endpoint"), row.getString("event_id")),
                new Known(
                    Sha256.ofBytes(row.getBytes("sha256")),
                    row.getString("trust").equals(FETCHED)));
          },
          Columns.of(new TreeSet<>(keys))
              .text(LedgerKey::endpoint)
              .text(LedgerKey::eventId)
              .arguments());
    }
    return found;
  }

  private Set<Contradiction> keepAside(List<Entry> conflicting) {
    if (conflicting.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.query(
            CONFLICTS,
            (row, number) ->
                new Contradiction(
                    new LedgerKey(row.getString("endpoint"), row.getString("event_id")),
                    Sha256.ofBytes(row.getBytes("sha256"))),
            Columns.of(conflicting)
                .same(clock.instant())
                .text(e -> e.webhook().endpoint())
                .text(e -> e.webhook().eventId())
                .bytes(e -> e.sha256().bytes())
                .bytes(e -> e.webhook().body())
                .instants(e -> e.webhook().receivedAt())
                .text(e -> e.source().topic())
                .integers(e -> e.source().partition())
                .longs(e -> e.source().offset())
                .arguments()));
  }

  private void move(Collection<LedgerKey> keys, Outcome from, Outcome to, String reason) {
    if (!keys.isEmpty()) {
      jdbc.update(
          MOVE,
          Columns.of(new TreeSet<>(keys))
              .same(to.storedName())
              .same(reason)
              .text(LedgerKey::endpoint)
              .text(LedgerKey::eventId)
              .same(from.storedName())
              .arguments());
    }
  }

  private static Comparator<Entry> inOrderOf(List<Entry> entries) {
    Map<LedgerKey, Integer> positions = new HashMap<>();
    for (Entry entry : entries) {
      positions.putIfAbsent(entry.key(), positions.size());
    }
    return Comparator.comparing(e -> positions.getOrDefault(e.key(), 0));
  }

  /**
   * Whether the same id with these bytes is somebody's mistake. An event that was fetched is the
   * same as the one that was posted, but an API writes it anew.
   */
  private static boolean contradicts(Entry entry, @Nullable Known known) {
    return known == null
        || (!entry.sha256().equals(known.sha256())
            && !known.fetched()
            && entry.webhook().trust() != Trust.FETCHED);
  }

  /** What is here under an id. */
  private record Known(Sha256 sha256, boolean fetched) {
    static Known of(Entry entry) {
      return new Known(entry.sha256(), entry.webhook().trust() == Trust.FETCHED);
    }
  }

  /** The same id with these bytes; kept and reported once. */
  private record Contradiction(LedgerKey key, Sha256 sha256) {
    static Contradiction of(Entry entry) {
      return new Contradiction(entry.key(), entry.sha256());
    }
  }
}
