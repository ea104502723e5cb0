package io.octroi.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as they are on the wire, written by hand. {@code golden/} holds one of each type with
 * every field, {@code golden/least/} one of each type that has optional fields, without them.
 */
final class GoldenFiles {
  static final Path FULL = Path.of("src/test/resources/golden");
  static final Path LEAST = FULL.resolve("least");

  private GoldenFiles() {}

  static byte[] read(Path folder, DomainEvent event) {
    try {
      return Files.readAllBytes(folder.resolve(EventTypes.nameOf(event.getClass()) + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event types that a folder has a file of. */
  static Set<String> types(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
