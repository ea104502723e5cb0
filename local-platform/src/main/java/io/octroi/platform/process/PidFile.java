package io.octroi.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a child process beyond the life of its parent: pid and start time, since pids are used
 * again and a pid alone would let us stop somebody else's process.
 */
public final class PidFile {
  /** The kernel's boot time, which start times are counted from, is known to the second only. */
  private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);

  private final Path file;

  public PidFile(Path file) {
    this.file = file;
  }

  public void write(ProcessHandle process) {
    String start = process.info().startInstant().map(Instant::toString).orElse("");
    try {
      Files.writeString(file, process.pid() + "\n" + start + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  /** The process the file speaks of, if it still runs and is the same one. */
  public Optional<ProcessHandle> running() {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.size() < 2
          ? Optional.empty()
          : sameProcess(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (NumberFormatException | DateTimeParseException e) {
      // Torn or foreign: nothing that could be proved to be ours.
      return Optional.empty();
    }
  }

  /** The running process with this pid, unless it started at another time than the one meant. */
  public static Optional<ProcessHandle> sameProcess(long pid, Instant startedAt) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            process
                .info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs())
                .filter(distance -> distance.compareTo(START_TIME_TOLERANCE) <= 0)
                .isPresent());
  }

  /**
   * Stops the process of an earlier run, if one is left: asks first, then kills.
   *
   * @return whether there was one
   */
  public boolean stopStale(Duration patience) {
    Optional<ProcessHandle> stale = running();
    stale.ifPresent(process -> stop(process, patience));
    delete();
    return stale.isPresent();
  }

  private static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!exited(process, patience)) {
      process.destroyForcibly();
      if (!exited(process, patience)) {
        throw new IllegalStateException("process " + process.pid() + " does not die");
      }
    }
  }

  private static boolean exited(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for process " + process.pid(), e);
    }
  }
}
