package io.octroi.walks;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.EventCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A topic between two services: records of one key stay in order, those of different keys come in
 * any; the reader may start again further back, and its inbox passes over what it had.
 */
final class Topic {
  private final RandomGenerator random;
  private final Transport transport;
  private final Map<String, List<Written>> records = new TreeMap<>();
  private final Map<String, Integer> offsets = new TreeMap<>();
  private final Set<UUID> inbox = new HashSet<>();

  Topic(Transport transport, RandomGenerator random) {
    this.transport = transport;
    this.random = random;
  }

  void publish(List<? extends DomainEvent> events) {
    for (DomainEvent event : events) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      records
          .computeIfAbsent(event.key(), key -> new ArrayList<>())
          .add(new Written(id, event.getClass(), EventCodec.toJson(event)));
    }
  }

  /** Hands everything that is left to the reader, in batches. */
  void drain(Consumer<List<DomainEvent>> reader) {
    List<String> waiting = waiting();
    while (!waiting.isEmpty()) {
      String key =
          transport.faulty() ? waiting.get(random.nextInt(waiting.size())) : waiting.getFirst();
      int from = offsets.getOrDefault(key, 0);
      if (transport.faulty() && random.nextInt(4) == 0) {
        from = Math.max(0, from - random.nextInt(4));
      }
      List<Written> all = records.getOrDefault(key, List.of());
      int until = Math.min(all.size(), from + random.nextInt(1, transport.maxBatch() + 1));
      reader.accept(admitted(all.subList(from, until)));
      offsets.merge(key, until, Math::max);
      waiting = waiting();
    }
  }

  private List<String> waiting() {
    return records.keySet().stream()
        .filter(key -> offsets.getOrDefault(key, 0) < records.getOrDefault(key, List.of()).size())
        .toList();
  }

  private List<DomainEvent> admitted(List<Written> polled) {
    List<DomainEvent> admitted = new ArrayList<>();
    for (Written written : polled) {
      if (inbox.add(written.id)) {
        admitted.add(EventCodec.fromJson(written.json, written.type));
      }
    }
    return admitted;
  }

  /** An event as it stands in its record. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Written(UUID id, Class<? extends DomainEvent> type, byte[] json) {}
}
