package io.octroi.bench.baseline;

import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.ChildCommand.StopSignal;
import io.octroi.platform.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether the baseline in Node can run here: neither Node nor its packages come with the build. */
public sealed interface NodeInstallation {
  /** How long npm may take to install everything. */
  Duration PATIENCE = Duration.ofMinutes(3);

  /** It can run from this folder. */
  record Ready(Path folder) implements NodeInstallation {
    ChildCommand command(String name, Map<String, String> environment, Path log) {
      String main = folder.resolve("main.js").toString();
      return new ChildCommand(name, List.of("node", main), environment, log, StopSignal.TERM, true);
    }
  }

  /** It cannot, and is left out. */
  record Missing(String reason) implements NodeInstallation {}

  /**
   * Looks whether it can run as things are; installs nothing.
   *
   * @param folder the one with package.json, bench/baseline-node
   */
  static NodeInstallation find(Path folder, Path log) {
    if (!succeeds(log, "node", "--version")) {
      return new Missing("node is not installed");
    }
    return Files.exists(folder.resolve("node_modules").resolve(".package-lock.json"))
        ? new Ready(folder)
        : new Missing("its packages are not installed; npm ci --omit=dev installs them");
  }

  /** Installs the packages, as the lock file names them, where nothing else is missing. */
  static NodeInstallation prepare(Path folder, Path log) {
    NodeInstallation found = find(folder, log);
    if (found instanceof Ready || !succeeds(log, "npm", "--version")) {
      return found;
    }
    return succeeds(
            log, "npm", "ci", "--omit=dev", "--no-audit", "--no-fund", "--prefix", "" + folder)
        ? find(folder, log)
        : new Missing("npm could not install its packages, see " + log);
  }

  private static boolean succeeds(Path log, String... command) {
    ChildCommand line =
        new ChildCommand(command[0], List.of(command), Map.of(), log, StopSignal.TERM, false);
    try (ChildProcess process = ChildProcess.start(line)) {
      return process.waitFor(PATIENCE) && process.onExit().join() == 0;
    }
  }
}
