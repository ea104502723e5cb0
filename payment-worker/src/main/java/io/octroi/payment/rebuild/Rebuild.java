package io.octroi.payment.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.payment.rebuild.Progress.Phase;
import io.octroi.payment.rebuild.RebuildRun.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One rebuild, running or ended. */
final class Rebuild {
  private final UUID id;
  private final boolean applied;
  private final Instant startedAt;
  private final Progress progress = new Progress();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();

  Rebuild(UUID id, boolean applied, Instant startedAt) {
    this.id = id;
    this.applied = applied;
    this.startedAt = startedAt;
  }

  UUID id() {
    return id;
  }

  boolean isApplied() {
    return applied;
  }

  Progress progress() {
    return progress;
  }

  boolean isRunning() {
    return end.get() == null;
  }

  void ended(Result result, Instant at) {
    progress.enter(Phase.DONE);
    end.compareAndSet(null, new End(at, "", result));
  }

  void failed(String reason, Instant at) {
    progress.enter(Phase.FAILED);
    end.compareAndSet(null, new End(at, reason, null));
  }

  View view() {
    End ended = end.get();
    Result result = ended == null ? null : ended.result();
    return new View(
        id,
        applied,
        startedAt,
        ended == null ? null : ended.at(),
        ended == null || ended.reason().isEmpty() ? null : ended.reason(),
        progress.view(),
        result == null ? null : result.counts().values().stream().mapToLong(n -> n).sum(),
        result == null ? null : result.counts(),
        result == null ? null : result.named(),
        result == null || !applied ? null : MendedView.of(result));
  }

  private record End(Instant at, String reason, @Nullable Result result) {}

  /**
   * @param differing how many rows differ
   * @param differences the first fields that differ
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("id") UUID id,
      @JsonProperty("apply") boolean apply,
      @JsonProperty("started_at") Instant startedAt,
      @JsonProperty("ended_at") @Nullable Instant endedAt,
      @JsonProperty("failure") @Nullable String failure,
      @JsonProperty("progress") Progress.View progress,
      @JsonProperty("differing_rows") @Nullable Long differing,
      @JsonProperty("differing_rows_by_table") @Nullable Map<String, Long> byTable,
      @JsonProperty("differences") @Nullable List<Difference> differences,
      @JsonProperty("mended") @Nullable MendedView mended) {}

  /**
   * @param remade payments made under another id than readers may know
   * @param removed payments that no webhook explained
   * @param unexplained rows that no webhook explains and that stay
   */
  record MendedView(
      @JsonProperty("payments") long payments,
      @JsonProperty("remade") long remade,
      @JsonProperty("removed") long removed,
      @JsonProperty("unexplained_rows") long unexplained) {
    static MendedView of(Result result) {
      Mender.Mended mended = result.mended();
      return new MendedView(
          mended.payments(), mended.remade(), mended.removed(), mended.unexplained());
    }
  }
}
