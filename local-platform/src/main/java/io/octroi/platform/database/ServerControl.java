package io.octroi.platform.database;

import com.sun.security.auth.module.UnixSystem;
import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.ChildCommand.StopSignal;
import io.octroi.platform.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the server's programs on one directory: makes the cluster, starts and stops the server. */
final class ServerControl {
  /** The file in which a running server keeps its pid. */
  private static final String MARK = "postmaster.pid";

  private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

  private final DatabaseSettings settings;
  private final Path programs;
  private final Path data;

  ServerControl(DatabaseSettings settings) {
    this.settings = settings;
    this.programs = ServerPrograms.unpackedUnder(settings.binaries()).resolve("bin");
    this.data = settings.directory().resolve("data");
  }

  /** Makes the cluster if there is none. One that was interrupted half-way is made anew. */
  void initialise(String superuser, Path passwordFile) {
    if (Files.exists(data)) {
      return;
    }
    Path unfinished = settings.directory().resolve("data.new");
    try {
      ServerPrograms.deleteTree(unfinished);
      run(
          settings.startTimeout(),
          program("initdb"),
          "--pgdata=" + unfinished,
          "--username=" + superuser,
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--locale=C",
          "--set=include_if_exists=" + ServerConfiguration.FILE);
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a database under " + data, e);
    }
  }

  /** Starts the server without waiting until it answers. */
  ChildProcess start(int port) {
    try {
      Files.writeString(
          data.resolve(ServerConfiguration.FILE),
          ServerConfiguration.of(port, settings.overrides()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the settings of the database", e);
    }
    // The server takes SIGINT for its own use, also where it was ignored: hence a session of its
    // own.
    return ChildProcess.start(
        command(log(), true, unprivileged(program("postgres"), "-D", data.toString())));
  }

  /** Asks the server to drop its clients, write what it holds, and end. */
  void stop() {
    try {
      run(
          settings.stopTimeout().plusSeconds(5),
          program("pg_ctl"),
          "stop",
          "--pgdata=" + data,
          "--mode=fast",
          "--timeout=" + settings.stopTimeout().toSeconds());
    } catch (IllegalStateException e) {
      // One that ended by itself after the caller looked has removed its mark: nothing to stop.
      if (Files.exists(data.resolve(MARK))) {
        throw e;
      }
    }
  }

  /** Removes the mark of a server that is known not to run: its pid may be somebody else's now. */
  void forgetServer() {
    try {
      Files.deleteIfExists(data.resolve(MARK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return settings.directory().resolve("database.log");
  }

  private String program(String name) {
    return programs.resolve(name).toString();
  }

  private void run(Duration patience, String... line) {
    ChildProcess child =
        ChildProcess.start(
            command(settings.directory().resolve("control.log"), false, unprivileged(line)));
    if (!child.waitFor(patience)) {
      child.kill();
      throw new IllegalStateException(line[0] + " did not end within " + patience);
    }
    int status = child.onExit().join();
    if (status != 0) {
      throw new IllegalStateException(
          line[0] + " ended with " + status + ":\n" + String.join("\n", child.lastOutput(20)));
    }
  }

  private static ChildCommand command(Path log, boolean ownSession, List<String> line) {
    return new ChildCommand("database", line, ENVIRONMENT, log, StopSignal.INT, ownSession);
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace without mappings root is nobody, and
   * still owns its files.
   */
  private static List<String> unprivileged(String... line) {
    List<String> command = new ArrayList<>();
    if (new UnixSystem().getUid() == 0) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.addAll(List.of(line));
    return command;
  }
}
