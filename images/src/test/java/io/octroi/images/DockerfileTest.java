package io.octroi.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileTest {
  private final Dockerfile file;

  DockerfileTest() throws IOException {
    file = Dockerfile.read(Path.of("Dockerfile"));
  }

  @Test
  void both_stages_stand_on_one_base_of_an_exact_version() {
    assertThat(file.all("FROM")).containsExactly("${JRE} AS layout", "${JRE}");
    assertThat(file.all("ARG").getFirst())
        .matches("JRE=eclipse-temurin:25\\.[0-9.]+_[0-9]+-jre-[a-z]+");
  }

  @Test
  void it_does_not_run_as_root() {
    assertThat(file.image().all("USER")).hasSize(1);
    assertThat(file.image().all("USER").getFirst()).matches("[1-9][0-9]{4}:[1-9][0-9]{4}");
    assertThat(file.image().all("RUN")).isEmpty();
  }

  @Test
  void layers_come_in_the_order_in_which_they_change() {
    assertThat(file.image().all("COPY"))
        .startsWith(
            "--from=layout /build/layers/dependencies/ ./",
            "--from=layout /build/layers/snapshot-dependencies/ ./",
            "--from=layout /build/layers/application/ ./",
            "--from=layout /app/app.aot ./");
  }

  @Test
  void nothing_is_written_but_to_the_temporary_folder() {
    assertThat(file.image().command("ENTRYPOINT")).contains("-Djava.io.tmpdir=/tmp");
    assertThat(file.image().all("VOLUME")).isEmpty();
  }

  @Test
  void it_says_what_it_is_and_how_it_is() {
    assertThat(file.image().all("LABEL").getFirst())
        .contains(
            "org.opencontainers.image.title",
            "org.opencontainers.image.version",
            "org.opencontainers.image.revision");
    assertThat(file.image().command("HEALTHCHECK")).containsExactly("/healthy");
  }

  @Test
  void it_logs_for_machines() {
    assertThat(file.image().all("ENV"))
        .singleElement()
        .asString()
        .contains("LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs");
  }

  @Test
  void the_cache_is_made_with_the_collector_that_it_is_used_with() throws IOException {
    String layout = Files.readString(Path.of("layout"));
    List<String> collectors =
        file.image().command("ENTRYPOINT").stream().filter(o -> o.endsWith("GC")).toList();

    assertThat(collectors).hasSize(1);
    assertThat(layout).contains(collectors);
  }
}
