package io.octroi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

/** What is in the program that gets deployed. */
class ClassPathIT {
  private static final List<String> OF_A_DATABASE =
      List.of(
          "META-INF/services/java.sql.Driver",
          "com/zaxxer/hikari/HikariDataSource.class",
          "org/springframework/jdbc/core/JdbcTemplate.class",
          "org/hibernate/Session.class",
          "org/flywaydb/core/Flyway.class");

  @Test
  void the_program_has_nothing_to_reach_a_database_with() throws IOException {
    List<String> libraries = new ArrayList<>();
    List<String> found = new ArrayList<>();

    try (JarFile program = new JarFile(program().toFile())) {
      for (JarEntry library : program.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
        libraries.add(library.getName());
        found.addAll(ofADatabase(library.getName(), program.getInputStream(library)));
      }
    }

    assertThat(libraries).anyMatch(name -> name.contains("kafka-clients"));
    assertThat(found).isEmpty();
  }

  private static List<String> ofADatabase(String library, InputStream stream) throws IOException {
    List<String> found = new ArrayList<>();
    try (JarInputStream entries = new JarInputStream(stream)) {
      for (JarEntry e = entries.getNextJarEntry(); e != null; e = entries.getNextJarEntry()) {
        if (OF_A_DATABASE.contains(e.getName())) {
          found.add(library + "!" + e.getName());
        }
      }
    }
    return found;
  }

  private static Path program() throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "*-exec.jar")) {
      return jars.iterator().next();
    }
  }
}
