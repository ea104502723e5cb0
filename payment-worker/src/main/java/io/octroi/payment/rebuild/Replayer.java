package io.octroi.payment.rebuild;

import io.octroi.payment.intake.Replay;
import io.octroi.payment.intake.Replay.Kept;
import io.octroi.payment.rebuild.Sources.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Replays what the live schema holds, in its order, batch by batch. */
final class Replayer {
  private final Sources sources;
  private final Replay replay;
  private final Decisions decisions;
  private final int batchSize;
  private final Progress progress;

  Replayer(Sources sources, Replay replay, Decisions decisions, int batchSize, Progress progress) {
    this.sources = sources;
    this.replay = replay;
    this.decisions = decisions;
    this.batchSize = batchSize;
    this.progress = progress;
  }

  /** Replays most of it, each batch in a transaction; the live system goes on meanwhile. */
  void most(TransactionOperations transactions) {
    progress.expect(sources.size());
    sources.gatherDecisions();
    DecisionFeed waiting = new DecisionFeed(sources, batchSize);
    long position = 0;
    List<Row> batch = sources.after(position, batchSize);
    while (!batch.isEmpty()) {
      List<Row> rows = batch;
      transactions.executeWithoutResult(status -> enter(rows, waiting));
      position = rows.getLast().position();
      batch = sources.after(position, batchSize);
    }
  }

  /**
   * Replays the rest, in the caller's transaction: what it sees of the live schema is all there is.
   */
  void rest() {
    List<Row> batch = sources.missing(batchSize);
    while (!batch.isEmpty()) {
      replay.enter(batch.stream().map(Row::kept).toList());
      progress.replayed(batch.size());
      batch = sources.missing(batchSize);
    }
    sources.gatherDecisions();
    DecisionFeed left = new DecisionFeed(sources, batchSize);
    int unplaced = 0;
    Optional<Decision> next = left.nextBefore(Instant.MAX);
    while (next.isPresent()) {
      unplaced += decisions.enter(next.get(), true) ? 0 : 1;
      next = left.nextBefore(Instant.MAX);
    }
    progress.unplaced(unplaced);
  }

  /** A decision may have changed what later webhooks came to: it keeps its place among them. */
  private void enter(List<Row> batch, DecisionFeed waiting) {
    List<Kept> together = new ArrayList<>();
    for (Row row : batch) {
      Optional<Decision> due = waiting.nextBefore(row.recordedAt());
      if (due.isPresent()) {
        replay.enter(List.copyOf(together));
        together.clear();
      }
      while (due.isPresent()) {
        decisions.enter(due.get(), false);
        due = waiting.nextBefore(row.recordedAt());
      }
      together.add(row.kept());
    }
    replay.enter(together);
    progress.replayed(batch.size());
  }
}
