package io.octroi.payment.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A value with what decides between it and another one: the better source, then the earlier time,
 * then the smaller event id; of a person's decisions the newest. A total order over distinct
 * attestations, so that the best of a set does not depend on the order in which it became known.
 *
 * @param rank how credible the source is; {@value #DECIDED} is the best
 * @param at when it was said, by the provider's clock
 * @param eventId which event said it
 */
public record Attested<V extends Comparable<V>>(
    @JsonProperty("value") V value,
    @JsonProperty("rank") int rank,
    @JsonProperty("at") Instant at,
    @JsonProperty("event_id") String eventId)
    implements Comparable<Attested<V>> {
  /** A person decided so. */
  public static final int DECIDED = 0;

  /** Some event said so. */
  static final int TOLD = 1;

  @Override
  public int compareTo(Attested<V> other) {
    return Comparator.<Attested<V>>comparingInt(Attested::rank)
        .thenComparing(Attested::at, rank == DECIDED ? newestFirst() : oldestFirst())
        .thenComparing(Attested::eventId)
        .thenComparing(Attested::value)
        .compare(this, other);
  }

  private static Comparator<Instant> newestFirst() {
    return Comparator.reverseOrder();
  }

  private static Comparator<Instant> oldestFirst() {
    return Comparator.naturalOrder();
  }

  /** Of two attestations the one to believe; either may be missing. */
  static <V extends Comparable<V>> @Nullable Attested<V> better(
      @Nullable Attested<V> one, @Nullable Attested<V> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  static <V extends Comparable<V>> @Nullable V valueOf(@Nullable Attested<V> attested) {
    return attested == null ? null : attested.value();
  }
}
