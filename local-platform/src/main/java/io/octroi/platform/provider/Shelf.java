package io.octroi.platform.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** A provider's objects of one kind, by id and by time. What is handed out are copies. */
public final class Shelf {
  private final Map<String, Item> items = new LinkedHashMap<>();

  private record Item(Instant at, ObjectNode value) {}

  /** Adds, or replaces what has the same id. */
  public synchronized void put(String id, Instant at, ObjectNode value) {
    items.put(id, new Item(at, value.deepCopy()));
  }

  /**
   * Changes one object where it lies.
   *
   * @throws IllegalArgumentException when there is none with this id
   */
  public synchronized void change(String id, Consumer<ObjectNode> change) {
    Item item = items.get(id);
    if (item == null) {
      throw new IllegalArgumentException("no object " + id);
    }
    change.accept(item.value());
  }

  public synchronized Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(items.get(id)).map(item -> item.value().deepCopy());
  }

  /** Those from a time up to and including another, oldest first. */
  public synchronized List<ObjectNode> between(Instant from, Instant to) {
    return items.values().stream()
        .filter(item -> !item.at().isBefore(from) && !item.at().isAfter(to))
        .sorted(Comparator.comparing(Item::at))
        .map(item -> item.value().deepCopy())
        .toList();
  }

  /** Those that fit, in the order they were put. */
  public synchronized List<ObjectNode> where(Predicate<ObjectNode> fits) {
    List<ObjectNode> found = new ArrayList<>();
    items.values().stream()
        .map(Item::value)
        .filter(fits)
        .forEach(value -> found.add(value.deepCopy()));
    return found;
  }
}
