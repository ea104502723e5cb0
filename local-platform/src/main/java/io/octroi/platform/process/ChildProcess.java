package io.octroi.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A child that outlives a terminal's Ctrl-C, so that its parent decides the order of stopping, and
 * that does not outlive its parent, however that one dies. Needs a POSIX shell.
 */
public final class ChildProcess implements AutoCloseable {
  private static final long LOG_LIMIT_BYTES = 10L * 1024 * 1024;
  private static final int LEAST_FAVOURED = 19;
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  /**
   * An ignored SIGINT stays ignored across exec, and HotSpot leaves it so. The watcher beside the
   * program reads a pipe that only the parent holds open; when the parent is gone it asks the
   * program to stop, then kills it. It acts only while the program still is its own parent: a pid
   * alone could belong to somebody else by then. A signal to the whole process group must not end
   * the watcher: a program with a session of its own does not get it.
   */
  private static final String SCRIPT =
      """
      trap '' INT
      signal=$1
      shift
      exec 3<&0 </dev/null
      (
        trap '' TERM HUP
        cat <&3
        ours() {
          if [ -r /proc/self/stat ]; then
            read -r pid comm state parent rest </proc/self/stat
          else
            parent=$(ps -o ppid= -p "$(exec sh -c 'echo $PPID')")
          fi
          [ "$parent" -eq "$$" ]
        }
        ours && kill -s "$signal" "$$"
        for second in 1 2 3 4 5 6 7 8 9 10; do ours || exit 0; sleep 1; done
        ours && kill -s KILL "$$"
      ) >/dev/null 2>&1 &
      exec "$@" 3<&-
      """;

  private static final List<String> NEW_SESSION =
      System.getProperty("os.name").startsWith("Linux")
          ? List.of("setsid")
          : List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV", "--");

  /** A child that nobody refers to any more must not lose its pipe to the garbage collector. */
  private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();

  private final String name;
  private final Path logFile;
  private final Process process;
  private final CompletableFuture<Integer> exit;

  private ChildProcess(ChildCommand command, Process process) {
    this.name = command.name();
    this.logFile = command.logFile();
    this.process = process;
    this.exit = process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Starts the program.
   *
   * @throws UncheckedIOException when it cannot be started or its log file cannot be written
   */
  public static ChildProcess start(ChildCommand command) {
    try {
      Path log = command.logFile().toAbsolutePath();
      Files.createDirectories(log.resolveSibling("."));
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
        Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> line = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
      line.add(command.stopSignal().name());
      if (command.ownSession()) {
        line.addAll(NEW_SESSION);
      }
      line.addAll(command.command());
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(command.environment());
      return register(new ChildProcess(command, builder.start()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.name(), e);
    }
  }

  private static ChildProcess register(ChildProcess child) {
    RUNNING.add(child);
    var _ = child.exit.whenComplete((_, _) -> child.release());
    return child;
  }

  private void release() {
    RUNNING.remove(this);
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return name;
  }

  public Path logFile() {
    return logFile;
  }

  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit status (128 + signal where a signal ended it). */
  public CompletableFuture<Integer> onExit() {
    return exit.copy();
  }

  /**
   * Waits for the end.
   *
   * @return whether it came within the patience
   */
  public boolean waitFor(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /**
   * Lets it stand back where processors are short, as of POSIX {@code renice}, with the processes
   * that it has started by now: all of it but, on Linux, the JVM's compilers, whose work makes all
   * that comes after it cheaper. Threads and processes that begin later stand where those stand
   * that begin them, but for the sessions among them (PostgreSQL begins one a connection): for
   * those it takes another call. A session of its own is ranked as a whole where the kernel divides
   * by sessions, compilers and all. Only root could take it back.
   *
   * @param niceness in place of what it began with, 0 to 19
   * @throws IllegalArgumentException for any other
   * @throws UncheckedIOException where {@code renice} is missing
   */
  public void standBack(int niceness) {
    if (niceness < 0 || niceness > LEAST_FAVOURED) {
      throw new IllegalArgumentException("niceness is from 0 to 19, not " + niceness);
    }
    List<Long> all = new ArrayList<>(List.of(pid()));
    handle().descendants().map(ProcessHandle::pid).forEach(all::add);
    try {
      StandingBack.of(all, niceness);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let " + name + " stand back", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " was to stand back", e);
    }
  }

  /** Asks it to stop (SIGTERM) and kills it when it has not stopped within the patience. */
  public void stop(Duration patience) {
    // Not Process.destroy: that closes the pipe, too, and the watcher would take us for dead.
    process.toHandle().destroy();
    if (!waitFor(patience)) {
      kill();
    }
  }

  /** Ends it as a power cut would (SIGKILL) and waits until it is gone. */
  public void kill() {
    process.toHandle().destroyForcibly();
    if (!waitFor(CLOSE_PATIENCE)) {
      throw new IllegalStateException(name + " (pid " + pid() + ") does not die");
    }
  }

  /**
   * Ends it and all that it began as a power cut would, and waits until all are gone. Where it has
   * ended before, nobody knows any more what it began.
   *
   * @throws IllegalStateException when some of it does not die
   */
  public void killAll() {
    try {
      // The pid of one that has ended may be somebody else's by now.
      if (isAlive()) {
        ProcessTree.kill(handle(), CLOSE_PATIENCE);
        process.waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " was to die", e);
    }
  }

  /** The last lines of its output, for a message that says why it ended. */
  public List<String> lastOutput(int lines) {
    try {
      List<String> all =
          new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(no output: " + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    stop(CLOSE_PATIENCE);
  }
}
