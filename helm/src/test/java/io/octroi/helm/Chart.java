package io.octroi.helm;

import static org.junit.jupiter.api.Assumptions.abort;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The chart, or a copy of it that was changed, as real Helm understands it. */
record Chart(Path folder) {
  static final Chart OURS = new Chart(Path.of("octroi"));

  private static final String HOOK = "helm.sh/hook";
  private static final String HIDDEN_HOOK = "octroi.io/hook";

  /** Skips the test, with the reason, where Helm's library has no build for the machine. */
  static void requireHelm() {
    try {
      Helm.version().call();
    } catch (IllegalStateException | LinkageError missing) {
      String reason =
          "Helm's library has no build for %s on %s: %s"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  missing.getMessage());
      System.err.println("helm: SKIPPED: " + reason);
      abort(reason);
    }
  }

  /**
   * @throws IllegalStateException with what Helm says, where it refuses the values
   */
  Rendered render(ObjectNode values) {
    Path workspace = temporaryFolder();
    Path file = write(workspace.resolve("values.json"), values.toString());
    try {
      String yaml =
          new Helm(copyTo(workspace).withoutHooks().folder)
              .template()
              .withName("octroi")
              .withNamespace("octroi")
              .withKubeVersion("1.34.0")
              .withValuesFile(file)
              .call();
      return Rendered.of(yaml.replace(HIDDEN_HOOK, HOOK), withDefaults(values));
    } finally {
      remove(workspace);
    }
  }

  /** Helm's library does not show what hooks are made of; under another name it does. */
  private Chart withoutHooks() {
    for (String file : List.of("_jobs.tpl", "migrations.yaml")) {
      write("templates/" + file, text("templates/" + file).replace(HOOK, HIDDEN_HOOK));
    }
    return this;
  }

  /** Lint takes no values, so they become the chart's own. */
  LintResult lint(ObjectNode values, Path workspace) {
    Chart copy = copyTo(workspace);
    copy.write("values.yaml", withDefaults(values).toString());
    return new Helm(copy.folder).lint().strict().call();
  }

  private JsonNode withDefaults(ObjectNode values) {
    ObjectNode all = Yaml.emptyObject();
    Setup.merge(all, Yaml.read(folder.resolve("values.yaml")));
    Setup.merge(all, values);
    return all;
  }

  Chart copyTo(Path workspace) {
    Path copy = workspace.resolve("octroi");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()));
      }
      return new Chart(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String text) {
    write(folder.resolve(file), text);
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("chart");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
