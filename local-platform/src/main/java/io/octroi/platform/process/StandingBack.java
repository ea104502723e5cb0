package io.octroi.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * POSIX {@code renice} of running programs. Linux ranks threads, so there it is each of them that
 * stands back; elsewhere it is the process. Where Linux divides by sessions before it looks at
 * threads ({@code sched_autogroup}), a process with a session of its own is ranked by that as well:
 * its threads are ranked among themselves only.
 */
final class StandingBack {
  /** As the kernel shows their names, cut to 15 characters. */
  private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

  private static final Path PROC = Path.of("/proc");

  /** The kernel takes ten such changes a second from those who are not root. */
  private static final Duration BETWEEN_SESSIONS = Duration.ofMillis(110);

  private StandingBack() {}

  /**
   * What stands back as far already is left alone.
   *
   * @throws IOException where there is no {@code renice}
   */
  static void of(List<Long> pids, int niceness) throws IOException, InterruptedException {
    List<String> toRank =
        pids.stream().flatMap(pid -> threads(pid, niceness)).map(String::valueOf).toList();
    if (!toRank.isEmpty()) {
      renice(toRank, niceness);
    }
    for (long pid : pids) {
      rankSession(pid, niceness);
    }
  }

  private static void renice(List<String> pids, int niceness)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("renice", "-n", String.valueOf(niceness), "-p"));
    command.addAll(pids);
    // That a thread has ended meanwhile is an error to it, after which it goes on.
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Stream<Long> threads(long pid, int niceness) {
    Path threads = PROC.resolve(pid + "/task");
    if (!Files.isDirectory(PROC)) {
      return Stream.of(pid);
    }
    try (Stream<Path> all = Files.list(threads)) {
      return all
          .filter(thread -> !COMPILERS.contains(read(thread.resolve("comm"))))
          .filter(thread -> field(thread.resolve("stat"), Field.NICE) != niceness)
          .map(thread -> Long.valueOf(thread.getFileName().toString()))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static void rankSession(long pid, int niceness) {
    Path group = PROC.resolve(pid + "/autogroup");
    String rank = read(group);
    boolean ownSession = field(PROC.resolve(pid + "/stat"), Field.SESSION) == pid;
    if (rank.isEmpty() || rank.endsWith(" nice " + niceness) || !ownSession) {
      return;
    }
    try {
      Files.writeString(group, String.valueOf(niceness));
    } catch (IOException e) {
      // Gone meanwhile, or one too many for this moment: whoever asks again does it then.
    }
    Deadline.pause(BETWEEN_SESSIONS);
  }

  /** Those of {@code proc_pid_stat(5)} that are looked at, counted after the name. */
  private enum Field {
    SESSION(3),
    NICE(16);

    private final int index;

    Field(int index) {
      this.index = index;
    }
  }

  private static long field(Path stat, Field field) {
    String all = read(stat);
    // The name is in brackets and may hold anything, brackets and spaces too.
    String[] fields = all.substring(all.lastIndexOf(')') + 1).strip().split(" ", -1);
    return fields.length > field.index ? Long.parseLong(fields[field.index]) : Long.MIN_VALUE;
  }

  /** Empty where the process has ended or the kernel has no such file. */
  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
