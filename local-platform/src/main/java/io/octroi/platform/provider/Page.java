package io.octroi.platform.provider;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A numbered page of a list.
 *
 * @param number counted from 1
 */
public record Page(List<ObjectNode> items, int number, int size, int total) {
  public Page {
    items = List.copyOf(items);
  }

  /** Cuts a page out of everything; beyond the end it is empty. */
  public static Page of(List<ObjectNode> all, int number, int size) {
    int from = Math.min(all.size(), Math.multiplyExact(Math.max(0, number - 1), size));
    int to = Math.min(all.size(), from + size);
    return new Page(all.subList(from, to), number, size, all.size());
  }

  /** How many pages there are, at least one. */
  public int count() {
    return Math.max(1, Math.ceilDiv(total, size));
  }

  public boolean isLast() {
    return number >= count();
  }
}
