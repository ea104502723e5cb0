package io.octroi.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that are checked. */
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path OPS = ROOT.resolve("ops");
  static final Path DOCS = ROOT.resolve("docs");

  private Repository() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a directory and below that end so, by name. */
  static List<Path> files(Path directory, String end) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Demands that a committed file is as it should be; with {@code -Doctroi.docs.write=true} it is
   * written instead.
   *
   * @return what is committed now
   */
  static String committed(Path file, String wanted) {
    if (Boolean.getBoolean("octroi.docs.write")) {
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, wanted);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Files.exists(file) ? read(file) : "";
  }
}
