package io.octroi.payment.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How far a rebuild has come; written by one thread, read by any. */
final class Progress {
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong replayed = new AtomicLong();
  private final AtomicLong unplaced = new AtomicLong();
  private volatile Phase phase = Phase.PREPARING;

  /** What a rebuild is at. */
  enum Phase {
    PREPARING,
    REPLAYING,
    COMPARING,
    MENDING,
    DONE,
    FAILED
  }

  void enter(Phase next) {
    phase = next;
  }

  void expect(long webhooks) {
    total.set(webhooks);
  }

  void replayed(int webhooks) {
    replayed.addAndGet(webhooks);
  }

  /** Evidence of our own whose payment is known to nobody any more. */
  void unplaced(int decisions) {
    unplaced.set(decisions);
  }

  View view() {
    return new View(
        phase.name().toLowerCase(Locale.ROOT), replayed.get(), total.get(), unplaced.get());
  }

  /**
   * @param total as counted at the start; more may come meanwhile
   */
  record View(
      @JsonProperty("phase") String phase,
      @JsonProperty("replayed") long replayed,
      @JsonProperty("total") long total,
      @JsonProperty("unplaced_decisions") long unplaced) {}
}
