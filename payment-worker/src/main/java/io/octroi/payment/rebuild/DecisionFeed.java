package io.octroi.payment.rebuild;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Hands out the gathered decisions oldest first, and holds a page of them at a time. */
final class DecisionFeed {
  private final Sources sources;
  private final int pageSize;
  private final Deque<Decision> page = new ArrayDeque<>();
  private long position;

  DecisionFeed(Sources sources, int pageSize) {
    this.sources = sources;
    this.pageSize = pageSize;
  }

  /** Takes the next one if it was made before this. */
  Optional<Decision> nextBefore(Instant time) {
    if (page.isEmpty()) {
      page.addAll(sources.decisions(position, pageSize));
    }
    Decision next = page.peekFirst();
    if (next == null || !next.at().isBefore(time)) {
      return Optional.empty();
    }
    page.removeFirst();
    position = next.position();
    return Optional.of(next);
  }
}
