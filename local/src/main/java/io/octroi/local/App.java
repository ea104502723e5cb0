package io.octroi.local;

import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.ChildProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A service's program: its runnable jar, unpacked beside it because a jar of jars starts slowly,
 * and an AOT cache, where one was made, that saves the JVM half of a start.
 *
 * @param layouts where programs lie as in their images, as {@code <service>/app}; null where they
 *     are to be unpacked
 */
record App(ServiceName service, Path jars, @Nullable Path layouts) {
  private static final int DIRECTORY_BYTES = 1024 * 1024;
  private static final Duration UNPACK_PATIENCE = Duration.ofMinutes(1);

  static App of(ServiceName service, LocalSettings settings) {
    return new App(service, settings.jars(), settings.tuning().layouts());
  }

  private Path packed() {
    return jars.resolve(service.artifact() + ".jar");
  }

  private Path folder() {
    return jars.resolve(service.artifact());
  }

  private Path unpacked() {
    return folder().resolve(service.artifact() + ".jar");
  }

  private Path cache() {
    return layouts == null
        ? folder().resolve(service.artifact() + ".aot")
        : laidOut(layouts).resolve("app.aot");
  }

  private Path laidOut(Path where) {
    return where.resolve(service.artifact()).resolve("app");
  }

  /**
   * Makes sure that what is unpacked is this jar and no earlier one.
   *
   * @throws StartException where there is no jar
   */
  void prepare(Path log) {
    if (layouts != null) {
      return;
    }
    try {
      if (!Files.isReadable(packed())) {
        throw new StartException("There is no " + packed() + ". Build the project first.");
      }
      Path mark = folder().resolve("unpacked-from");
      String fingerprint = fingerprint();
      if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
        return;
      }
      Files.deleteIfExists(cache());
      unpack(log);
      Files.writeString(mark, fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + packed(), e);
    }
  }

  /**
   * Tells jars apart by their size and their last bytes: the directory there holds a checksum of
   * every entry. Times say nothing, since builds are reproducible.
   */
  private String fingerprint() throws IOException {
    try (RandomAccessFile jar = new RandomAccessFile(packed().toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(jar.length(), DIRECTORY_BYTES)];
      jar.seek(jar.length() - end.length);
      jar.readFully(end);
      CRC32 checksum = new CRC32();
      checksum.update(end);
      return jar.length() + "-" + checksum.getValue();
    }
  }

  private void unpack(Path log) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djarmode=tools",
            "-jar",
            packed().toString(),
            "extract",
            "--force",
            "--destination",
            folder().toString());
    ChildProcess unpacking =
        ChildProcess.start(
            new ChildCommand(
                "unpacking of " + service.artifact(),
                command,
                Map.of(),
                log,
                ChildCommand.StopSignal.TERM,
                false));
    if (!unpacking.waitFor(UNPACK_PATIENCE) || !Files.exists(unpacked())) {
      unpacking.kill();
      throw new StartException("The jar " + packed() + " could not be unpacked. Log: " + log);
    }
  }

  Path jar() {
    return layouts == null ? unpacked() : laidOut(layouts).resolve("app.jar");
  }

  /** The JVM's arguments, those for the cache included: to make it or to use it. */
  List<String> jvmArguments(LocalSettings settings) {
    List<String> arguments = new ArrayList<>(settings.tuning().jvms().services());
    if (settings.training()) {
      arguments.add("-XX:AOTCacheOutput=" + cache());
    } else if (Files.isReadable(cache())) {
      arguments.add("-XX:AOTCache=" + cache());
      // A cache that does not fit is passed over; that it is slower then is all there is to say.
      arguments.add("-Xlog:aot=off,cds=off");
    }
    return arguments;
  }
}
