package io.octroi.faults;

import java.util.List;

/**
 * What became of a run's events.
 *
 * @param lost acknowledged events of which something is missing, and what
 * @param doubled events of which something is there more than once, and what
 * @param foreign rows and dead letters that no event accounts for, and what
 * @param repeats messages that left twice under one id because nobody saw the first leave
 * @param late attempts whose record was refused, because another instance had taken over
 */
public record Audit(
    List<String> lost, List<String> doubled, List<String> foreign, long repeats, long late) {
  public Audit {
    lost = List.copyOf(lost);
    doubled = List.copyOf(doubled);
    foreign = List.copyOf(foreign);
  }

  /** Everything is there once, and nothing else is. */
  public boolean isClean() {
    return lost.isEmpty() && doubled.isEmpty() && foreign.isEmpty();
  }
}
