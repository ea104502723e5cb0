package io.octroi.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that this JVM, and no other, owns a directory. The operating system lets go of it when the
 * JVM dies in whatever way; so a process found running under a directory whose lock was free is an
 * orphan.
 */
public final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Creates the directory if it is not there and locks it.
   *
   * @throws IllegalStateException when another owner, in this JVM or another, is alive
   */
  public static DirectoryLock acquire(Path directory) {
    FileChannel channel = open(directory);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DirectoryLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // The owner is in this JVM: told below in the same words.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory, e);
    }
    closeQuietly(channel);
    throw new IllegalStateException(
        "The directory " + directory + " is in use by a running instance.");
  }

  private static FileChannel open(Path directory) {
    try {
      Files.createDirectories(directory);
      return FileChannel.open(
          directory.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the directory " + directory, e);
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
