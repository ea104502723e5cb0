package io.octroi.bench.subject;

import io.octroi.local.ServiceName;
import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * A service as its image has it, laid out by the image's own script.
 *
 * @param jar the plain one
 * @param extracted the one beside its libraries
 */
public record Layout(Path jar, Path extracted, Path cache) {
  private static final Path SCRIPT = Path.of("images", "layout");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Lays it out, where that was not done with this very jar.
   *
   * @param jars where the services' runnable jars are
   * @throws IllegalStateException with the script's last output when it fails
   */
  public static Layout of(ServiceName service, Path jars, Path directory) {
    Path folder = directory.resolve(service.artifact()).toAbsolutePath();
    Path app = folder.resolve("app");
    Layout layout =
        new Layout(
            jars.resolve(service.artifact() + ".jar").toAbsolutePath(),
            app.resolve("app.jar"),
            app.resolve("app.aot"));
    try {
      // Builds are reproducible: times say nothing.
      String jar = checksum(layout.jar());
      Path mark = folder.resolve("laid-out-from");
      if (!Files.exists(mark) || !Files.readString(mark).equals(jar)) {
        // What is there already would not be replaced.
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        run(service, layout, folder);
        Files.writeString(mark, jar);
      }
      return layout;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out " + layout.jar(), e);
    }
  }

  private static String checksum(Path jar) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream bytes = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
      return bytes.transferTo(OutputStream.nullOutputStream()) + "-" + checksum.getValue();
    }
  }

  private static void run(ServiceName service, Layout layout, Path folder) {
    ChildCommand command =
        new ChildCommand(
            "layout of " + service.artifact(),
            List.of(
                SCRIPT.toString(),
                layout.jar().toString(),
                folder.resolve("layers").toString(),
                folder.resolve("app").toString()),
            Map.of("JAVA_HOME", System.getProperty("java.home")),
            folder.resolve("layout.log"),
            ChildCommand.StopSignal.TERM,
            false);
    try (ChildProcess script = ChildProcess.start(command)) {
      if (!script.waitFor(PATIENCE) || script.onExit().join() != 0) {
        throw new IllegalStateException(
            script.name() + " failed:\n" + String.join("\n", script.lastOutput(10)));
      }
    }
  }
}
