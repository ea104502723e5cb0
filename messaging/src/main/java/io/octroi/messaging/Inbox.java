package io.octroi.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers which events a consumer has taken in, in the transaction that acts on them. */
public final class Inbox {
  private static final String ADMIT =
      """
      insert into inbox (consumer, source, event_id, topic, "partition", "offset", received_at)
      select ?, e.source, e.event_id, e.topic, e."partition", e."offset", ?
        from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
          as e (source, event_id, topic, "partition", "offset")
       order by e.source, e.event_id
      on conflict do nothing
      returning source, event_id
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  public Inbox(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes in what is new to {@code consumer}; must run in the transaction that handles the batch.
   *
   * @return the records that were not taken in before, in their order and each once, even if the
   *     batch holds an event twice
   * @throws UnprocessableRecordException for a record without {@code ce_id} or {@code ce_source}
   */
  public List<Inbound> admit(String consumer, List<Inbound> batch) {
    Map<EventKey, Inbound> candidates = new LinkedHashMap<>();
    for (Inbound inbound : batch) {
      candidates.putIfAbsent(EventKey.of(inbound), inbound);
    }
    Set<EventKey> fresh = insert(consumer, candidates);
    List<Inbound> admitted = new ArrayList<>();
    candidates.forEach((key, inbound) -> {
      if (fresh.contains(key)) {
        admitted.add(inbound);
      }
    });
    return admitted;
  }

  private Set<EventKey> insert(String consumer, Map<EventKey, Inbound> candidates) {
    List<EventKey> keys = List.copyOf(candidates.keySet());
    List<Inbound> records = List.copyOf(candidates.values());
    Object[] arguments = {
      consumer,
      clock.instant().atOffset(ZoneOffset.UTC),
      keys.stream().map(EventKey::source).toArray(String[]::new),
      keys.stream().map(EventKey::id).toArray(String[]::new),
      records.stream().map(Inbound::topic).toArray(String[]::new),
      records.stream().map(Inbound::partition).toArray(Integer[]::new),
      records.stream().map(Inbound::offset).toArray(Long[]::new)
    };
    return new HashSet<>(
        jdbc.query(
            ADMIT, (row, number) -> new EventKey(row.getString(1), row.getString(2)), arguments));
  }

  private record EventKey(String source, String id) {
    static EventKey of(Inbound inbound) {
      return new EventKey(header(inbound, "ce_source"), header(inbound, "ce_id"));
    }

    private static String header(Inbound inbound, String name) {
      Header header = inbound.message().headers().lastHeader(name);
      if (header == null || header.value() == null || header.value().length == 0) {
        throw new UnprocessableRecordException("missing_" + name, name + " is missing");
      }
      return new String(header.value(), StandardCharsets.UTF_8);
    }
  }
}
