package io.octroi.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a consumer group is behind on a topic. The broker tells how many records were not read;
 * for how long the oldest of them has waited follows from when the ends of the partitions were seen
 * where.
 */
final class LagHistory {
  /** Sightings of one partition; a day of them, one each ten seconds, is more than enough. */
  private static final int MOST = 10_000;

  private final Map<Integer, ArrayDeque<Sighting>> unread = new HashMap<>();
  private long records;

  private record Sighting(Instant at, long end) {}

  /**
   * Notes what was seen.
   *
   * @param ends the offset after the last record, by partition
   * @param positions the offset of the next record to read, by partition; absent where none was
   *     read
   */
  synchronized void saw(Instant now, Map<Integer, Long> ends, Map<Integer, Long> positions) {
    records = 0;
    ends.forEach((partition, end) -> {
      long position = positions.getOrDefault(partition, 0L);
      records += Math.max(0, end - position);
      ArrayDeque<Sighting> sightings =
          unread.computeIfAbsent(partition, absent -> new ArrayDeque<>());
      if (sightings.isEmpty() || sightings.getLast().end() < end) {
        if (sightings.size() == MOST) {
          sightings.removeLast();
        }
        sightings.addLast(new Sighting(now, end));
      }
      while (!sightings.isEmpty() && sightings.getFirst().end() <= position) {
        sightings.removeFirst();
      }
    });
  }

  /** Records that were not read when somebody last looked. */
  synchronized long records() {
    return records;
  }

  /** For how long the oldest of them has waited; zero where none does. */
  synchronized Duration age(Instant now) {
    Optional<Instant> oldest =
        unread.values().stream()
            .flatMap(Collection::stream)
            .map(Sighting::at)
            .min(Instant::compareTo);
    return oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
  }
}
