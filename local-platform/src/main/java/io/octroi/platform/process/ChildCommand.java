package io.octroi.platform.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name how messages call it, as in "gateway"
 * @param command program and arguments
 * @param environment added to the parent's
 * @param logFile where its output is appended; started anew when larger than 10 MiB
 * @param stopSignal what asks it to stop when its parent has died
 * @param ownSession for a program that would take up a SIGINT that we ignore for it, and for one
 *     that works for long: some kernels divide processors by sessions, so that each gets its own
 *     part
 */
public record ChildCommand(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path logFile,
    StopSignal stopSignal,
    boolean ownSession) {

  /** Signals that programs understand as a request to stop in an orderly way. */
  public enum StopSignal {
    TERM,
    INT
  }

  public ChildCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
