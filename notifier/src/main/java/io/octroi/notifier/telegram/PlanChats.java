package io.octroi.notifier.telegram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which chats a plan opens, by their configured ids: its own where it has some, otherwise those of
 * its family. A chat that is named twice is named once.
 */
public record PlanChats(Map<String, List<Long>> byFamily, Map<String, List<Long>> byPlan) {
  public PlanChats {
    byFamily = eachOnce(byFamily);
    byPlan = eachOnce(byPlan);
  }

  /** The chats of a plan; none for a plan that opens none. */
  public List<Long> of(String family, String planCode) {
    List<Long> own = byPlan.get(planCode);
    return own != null ? own : byFamily.getOrDefault(family, List.of());
  }

  /** The chats that may have to be left when a plan's access is over: the family's, too. */
  public Set<Long> leftWith(String family, String planCode) {
    Set<Long> chats = new LinkedHashSet<>(of(family, planCode));
    chats.addAll(byFamily.getOrDefault(family, List.of()));
    return chats;
  }

  /** Every chat that some plan opens. */
  public Set<Long> all() {
    Set<Long> chats = new LinkedHashSet<>();
    byFamily.values().forEach(chats::addAll);
    byPlan.values().forEach(chats::addAll);
    return chats;
  }

  private static Map<String, List<Long>> eachOnce(Map<String, List<Long>> chats) {
    return chats.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, of -> of.getValue().stream().distinct().toList()));
  }
}
