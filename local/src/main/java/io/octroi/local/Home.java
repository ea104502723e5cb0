package io.octroi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that everything is kept in: {@code .octroi} beside the project. */
record Home(Path directory) {

  /**
   * Creates the folder and makes sure that it can be written to.
   *
   * @throws StartException with one clear line where it cannot
   */
  static Home open(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Files.delete(Files.createTempFile(absolute, "probe", ".tmp"));
    } catch (IOException e) {
      throw new StartException(
          "The folder "
              + absolute
              + " cannot be written to. Make it writable or choose another one with --home.");
    }
    return new Home(absolute);
  }

  Path kafka() {
    return directory.resolve("kafka");
  }

  Path postgresql() {
    return directory.resolve("postgresql");
  }

  Path standIns() {
    return directory.resolve("stand-ins");
  }

  Path apps() {
    return directory.resolve("apps");
  }

  /** How far this system's clock runs ahead of the machine's. */
  Path clock() {
    return directory.resolve("clock");
  }

  Path log(String service) {
    return directory.resolve("logs").resolve(service + ".log");
  }

  /** What {@code bin/octroi pay} needs to know of the running system. */
  Path runFile() {
    return directory.resolve("run.json");
  }

  Path credentialsFile() {
    return directory.resolve("credentials.json");
  }

  Path lastEventFile() {
    return directory.resolve("last-event.json");
  }
}
