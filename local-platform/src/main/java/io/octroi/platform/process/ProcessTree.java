package io.octroi.platform.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A process and all that it and its children began. Needs a POSIX shell. */
final class ProcessTree {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private ProcessTree() {}

  /**
   * Ends all of it (SIGKILL) and waits until all are gone. Which processes belong to it is known
   * only while its root runs and begins no others, so that one is stopped (SIGSTOP) first.
   *
   * @throws IOException where there is no shell
   * @throws IllegalStateException when some of it does not die within the patience
   */
  static void kill(ProcessHandle root, Duration patience) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -s STOP $1", "sh", String.valueOf(root.pid()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    List<ProcessHandle> others = root.descendants().toList();
    root.destroyForcibly();
    others.forEach(ProcessHandle::destroyForcibly);
    Deadline deadline = Deadline.after(patience);
    while (runs(root) || others.stream().anyMatch(ProcessTree::runs)) {
      if (deadline.passed()) {
        throw new IllegalStateException("of process " + root.pid() + " some do not die");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  /** A dead process whom nobody reaps holds nothing; it has no command any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
