package io.octroi.bench.floor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Lets threads work, at first unobserved, then measured. */
final class Stopwatch {
  private final LongAdder done = new LongAdder();
  private volatile boolean going = true;

  private record Reading(long events, long nanos, Duration cpu) {}

  /** Returns when all of them have stopped; throws what one of them has failed with. */
  FloorFigure measure(String name, List<Work> works, Duration warmUp, Duration time)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
      CompletionService<Void> ended = new ExecutorCompletionService<>(threads);
      for (Work work : works) {
        ended.submit(() -> {
          work.run(() -> going, done);
          return null;
        });
      }
      try {
        failEarly(ended, warmUp);
        Reading start = read();
        failEarly(ended, time);
        Reading end = read();
        going = false;
        for (Work _ : works) {
          ended.take().get();
        }
        return new FloorFigure(
            name,
            end.events() - start.events(),
            Duration.ofNanos(end.nanos() - start.nanos()),
            end.cpu().minus(start.cpu()));
      } finally {
        going = false;
      }
    }
  }

  /** Nobody ends by itself while it is told to go on, unless it fails. */
  private static void failEarly(CompletionService<Void> ended, Duration time)
      throws InterruptedException, ExecutionException {
    Future<Void> failed = ended.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    if (failed != null) {
      failed.get();
    }
  }

  private Reading read() {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Reading(done.sum(), System.nanoTime(), cpu);
  }
}
