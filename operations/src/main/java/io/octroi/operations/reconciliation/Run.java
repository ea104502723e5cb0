package io.octroi.operations.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run over all checks, going on or ended; written by one thread, read by any. */
final class Run {
  private final UUID id;
  private final Instant startedAt;
  private final List<Checked> checks = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();

  Run(UUID id, Instant startedAt) {
    this.id = id;
    this.startedAt = startedAt;
  }

  boolean isRunning() {
    return end.get() == null;
  }

  void checked(Checked checked) {
    checks.add(checked);
  }

  List<Checked> checks() {
    return List.copyOf(checks);
  }

  /**
   * @param failure a stable code; empty where all checks were begun
   */
  void ended(Instant at, String failure) {
    end.compareAndSet(null, new End(at, failure));
  }

  View view() {
    End ended = end.get();
    return new View(
        id,
        startedAt,
        ended == null ? null : ended.at(),
        ended == null || ended.failure().isEmpty() ? null : ended.failure(),
        checks());
  }

  private record End(Instant at, String failure) {}

  /**
   * One check of it.
   *
   * @param lookedAt how many things
   * @param findings how many of them differ
   * @param failure a stable code; absent where everything was seen
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Checked(
      @JsonProperty("check") String check,
      @JsonProperty("looked_at") long lookedAt,
      @JsonProperty("findings") long findings,
      @JsonProperty("failure") @Nullable String failure) {}

  /** What operators see of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("id") UUID id,
      @JsonProperty("started_at") Instant startedAt,
      @JsonProperty("ended_at") @Nullable Instant endedAt,
      @JsonProperty("failure") @Nullable String failure,
      @JsonProperty("checks") List<Checked> checks) {}
}
