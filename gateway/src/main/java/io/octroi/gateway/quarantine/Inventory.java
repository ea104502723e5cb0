package io.octroi.gateway.quarantine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept, counted.
 *
 * @param kinds at most {@value #MAX_KINDS}, the most frequent first
 * @param others how many are of further kinds
 * @param undecryptable how many no key opens
 * @param complete whether the pass reached the end within its time
 */
public record Inventory(
    @JsonProperty("items") List<Kind> kinds,
    @JsonProperty("others") long others,
    @JsonProperty("undecryptable") long undecryptable,
    @JsonProperty("complete") boolean complete) {
  static final int MAX_KINDS = 200;

  /** The most kinds that are told apart during a pass. */
  private static final int MAX_COUNTED = 10_000;

  /**
   * Requests to one endpoint, refused for one reason, from one source.
   *
   * @param source a name that stands for the caller's address
   */
  public record Kind(
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("reason") String reason,
      @JsonProperty("source") String source,
      @JsonProperty("count") long count,
      @JsonProperty("first_received_at") Instant first,
      @JsonProperty("last_received_at") Instant last) {

    private Kind and(Kind other) {
      return new Kind(
          endpoint,
          reason,
          source,
          count + other.count,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Counts during a pass. */
  static final class Tally {
    private final Map<List<String>, Kind> kinds = new HashMap<>();
    private long others;
    private long undecryptable;
    boolean complete;

    void count(Entry entry) {
      List<String> key = List.of(entry.endpoint(), entry.reason(), entry.source());
      if (kinds.size() >= MAX_COUNTED && !kinds.containsKey(key)) {
        others++;
        return;
      }
      kinds.merge(
          key,
          new Kind(
              entry.endpoint(),
              entry.reason(),
              entry.source(),
              1,
              entry.receivedAt(),
              entry.receivedAt()),
          Kind::and);
    }

    void sealed() {
      undecryptable++;
    }

    Inventory inventory() {
      List<Kind> all =
          kinds.values().stream()
              .sorted(
                  Comparator.comparingLong(Kind::count)
                      .reversed()
                      .thenComparing(Kind::endpoint)
                      .thenComparing(Kind::reason)
                      .thenComparing(Kind::source))
              .toList();
      List<Kind> shown = all.stream().limit(MAX_KINDS).toList();
      long rest = all.stream().skip(MAX_KINDS).mapToLong(Kind::count).sum();
      return new Inventory(shown, others + rest, undecryptable, complete);
    }
  }
}
