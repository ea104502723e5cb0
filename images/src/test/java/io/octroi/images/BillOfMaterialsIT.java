package io.octroi.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program is made of is in its jar, and so in its image. */
class BillOfMaterialsIT {

  @Test
  void it_lists_every_library_that_runs_and_nothing_of_the_tests() throws IOException {
    assumeFalse(
        "offline=true".equals(System.getProperty("octroi.build")),
        "built without a network, so without a bill");

    try (FileSystem jar = FileSystems.newFileSystem(Path.of("target/gateway.jar"));
        Stream<Path> libraries = Files.list(jar.getPath("BOOT-INF/lib"))) {
      JsonNode bill =
          JsonMapper.shared()
              .readTree(Files.readString(jar.getPath("META-INF/sbom/application.cdx.json")));
      List<String> listed =
          bill.path("components")
              .valueStream()
              .map(c -> c.path("name").asString() + "-" + c.path("version").asString() + ".jar")
              .toList();

      // Spring Boot adds its tools when it packs the jar.
      assertThat(libraries.map(library -> library.getFileName().toString()))
          .hasSizeGreaterThan(50)
          .filteredOn(library -> !library.startsWith("spring-boot-jarmode-tools-"))
          .isSubsetOf(listed);
      assertThat(listed)
          .noneMatch(name -> name.startsWith("junit-") || name.startsWith("assertj-"));
      assertThat(bill.at("/metadata/timestamp").isMissingNode()).isTrue();
    }
  }
}
