package io.octroi.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * POSIX {@code renice} of a running program. Linux ranks threads, so there it is each of them that
 * stands back; elsewhere it is the process.
 */
final class StandingBack {
  /** As the kernel shows their names, cut to 15 characters. */
  private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

  private StandingBack() {}

  /**
   * @throws IOException where there is no {@code renice}
   */
  static void of(long pid, int niceness) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("renice", "-n", String.valueOf(niceness), "-p"));
    command.addAll(threads(pid));
    // That a thread has ended meanwhile is an error to it, after which it goes on.
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static List<String> threads(long pid) throws IOException {
    Path threads = Path.of("/proc", String.valueOf(pid), "task");
    if (!Files.isDirectory(threads)) {
      return List.of(String.valueOf(pid));
    }
    try (Stream<Path> all = Files.list(threads)) {
      return all.filter(thread -> !COMPILERS.contains(name(thread)))
          .map(thread -> thread.getFileName().toString())
          .toList();
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
