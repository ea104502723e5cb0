package io.octroi.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file system of a few MiB in memory, which can be filled to the last byte. Needs Linux, root.
 */
final class SmallDisk implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final long COMMAND_SECONDS = 10;

  private final Path directory;
  private final AtomicBoolean mounted = new AtomicBoolean(true);

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /** Mounts one; empty where this machine does not let us. */
  static Optional<SmallDisk> mount(Path directory, int mebibytes) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!run(
        "mount", "-t", "tmpfs", "-o", "mode=700,size=" + mebibytes + "m", "tmpfs", directory)) {
      return Optional.empty();
    }
    SmallDisk disk = new SmallDisk(directory);
    // A run that is interrupted must not leave mounts behind.
    Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount));
    return Optional.of(disk);
  }

  Path directory() {
    return directory;
  }

  /** Leaves no byte free. */
  void fill() {
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int size = CHUNK_BYTES; size >= 1; size /= 16) {
      try (OutputStream out = Files.newOutputStream(filler(size))) {
        while (true) {
          out.write(chunk, 0, size);
        }
      } catch (IOException e) {
        // Full, for pieces of this size.
      }
    }
  }

  /** Gives the room back. */
  void empty() {
    try {
      for (int size = CHUNK_BYTES; size >= 1; size /= 16) {
        Files.deleteIfExists(filler(size));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler(int size) {
    return directory.resolve("filler-" + size);
  }

  @Override
  public void close() {
    if (!unmount()) {
      throw new IllegalStateException("cannot unmount " + directory);
    }
  }

  /** Lazily: what still has a file open keeps it, and everybody else sees nothing of it. */
  private boolean unmount() {
    return !mounted.getAndSet(false) || run("umount", "-l", directory);
  }

  private static boolean run(Object... command) {
    String[] line = new String[command.length];
    for (int i = 0; i < command.length; i++) {
      line[i] = command[i].toString();
    }
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
