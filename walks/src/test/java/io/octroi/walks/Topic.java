package io.octroi.walks;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.messaging.Inbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A topic between two services: records of one key stay in order, those of different keys come in
 * any; the reader may start again further back.
 */
final class Topic {
  private final RandomGenerator random;
  private final Transport transport;
  private final Map<String, List<Inbound>> records = new TreeMap<>();
  private final Map<String, Integer> offsets = new TreeMap<>();
  private long written;

  Topic(Transport transport, RandomGenerator random) {
    this.transport = transport;
    this.random = random;
  }

  void publish(List<EventEnvelope> events) {
    for (EventEnvelope event : events) {
      records
          .computeIfAbsent(event.event().key(), key -> new ArrayList<>())
          .add(Polled.of(EventCodec.toRecord(event), written++));
    }
  }

  /** Hands everything that is left to the reader, in batches. */
  void drain(Consumer<List<Inbound>> reader) {
    List<String> waiting = waiting();
    while (!waiting.isEmpty()) {
      String key =
          transport.faulty() ? waiting.get(random.nextInt(waiting.size())) : waiting.getFirst();
      int from = offsets.getOrDefault(key, 0);
      if (transport.faulty() && random.nextInt(4) == 0) {
        from = Math.max(0, from - random.nextInt(4));
      }
      List<Inbound> all = records.getOrDefault(key, List.of());
      int until = Math.min(all.size(), from + random.nextInt(1, transport.maxBatch() + 1));
      reader.accept(List.copyOf(all.subList(from, until)));
      offsets.merge(key, until, Math::max);
      waiting = waiting();
    }
  }

  private List<String> waiting() {
    return records.keySet().stream()
        .filter(key -> offsets.getOrDefault(key, 0) < records.getOrDefault(key, List.of()).size())
        .toList();
  }
}
