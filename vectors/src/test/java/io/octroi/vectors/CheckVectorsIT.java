package io.octroi.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as it is typed, over the vectors that the other modules' tests use. */
class CheckVectorsIT {
  private static final Path GATEWAY = Path.of("..", "gateway", "src", "test", "resources");
  private static final Path WORKER = Path.of("..", "payment-worker", "src", "test", "resources");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void every_case_of_every_file_gets_its_verdict() throws IOException {
    // Given
    String[] files =
        Stream.concat(vectors(GATEWAY), vectors(WORKER).filter(CheckVectorsIT::isOfCodes))
            .map(Path::toString)
            .toArray(String[]::new);
    assertThat(files).hasSizeGreaterThan(14);

    // When
    int exit = run(files);

    // Then
    assertThat(lines().filter(line -> line.startsWith("failed"))).isEmpty();
    assertThat(lines().toList().getLast())
        .matches("[0-9]{3} passed, 0 failed; policy: [0-9]+ as recommended, [0-9]+ otherwise");
    assertThat(lines()).anyMatch(line -> line.endsWith("invalid:requery-disagrees"));
    assertThat(exit).isZero();
  }

  @Test
  void a_verdict_that_is_not_the_file_s_is_a_failure() throws IOException {
    // Given
    String paystack = Files.readString(GATEWAY.resolve("vectors/paystack.json"));
    Path wrong = directory.resolve("wrong.json");
    Files.writeString(wrong, paystack.replaceFirst("invalid:signature-mismatch", "valid"));

    // When
    int exit = run(wrong.toString());

    // Then
    assertThat(lines().filter(line -> line.startsWith("failed")))
        .singleElement()
        .asString()
        .endsWith("invalid:signature-mismatch  (expected valid)");
    assertThat(lines().toList().getLast()).contains(" passed, 1 failed");
    assertThat(exit).isEqualTo(1);
  }

  @Test
  void an_endpoint_that_no_gateway_starts_with_fails_its_own_cases_only() throws IOException {
    // Given
    String wave = Files.readString(GATEWAY.resolve("vectors/wave.json"));
    Path unknown = directory.resolve("unknown.json");
    Files.writeString(
        unknown, wave.replaceFirst("\"source\": *\"wave\"", "\"source\": \"telepathy\""));

    // When
    int exit = run(unknown.toString(), GATEWAY.resolve("vectors/paystack.json").toString());

    // Then
    assertThat(lines()).anyMatch(line -> line.contains("unknown scheme telepathy"));
    assertThat(lines().filter(line -> line.contains("paystack.json")))
        .noneMatch(line -> line.startsWith("failed"));
    assertThat(exit).isEqualTo(1);
  }

  @Test
  void an_endpoint_whose_secrets_are_gone_lets_nobody_in() throws IOException {
    // Given
    String telegram = Files.readString(GATEWAY.resolve("vectors/telegram.json"));
    Path gone = directory.resolve("gone.json");
    Files.writeString(gone, telegram.replaceFirst("(\"secrets\": *\\[)[^]]*\\]", "$1]"));

    // When
    int exit = run(gone.toString());

    // Then
    assertThat(lines().findFirst().orElse(""))
        .startsWith("failed")
        .contains("invalid:status-503  (expected valid)");
    assertThat(exit).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "{\"source\":\"stripe\",\"cases\":[{}]}",
        "{\"source\":\"stripe\",\"cases\":[{\"name\":\"a\",\"now\":1,\"secrets\":[],"
            + "\"headers\":[],\"body\":\"?\",\"expected\":\"valid\"}]}"
      })
  void a_file_that_is_none_of_vectors_is_named_on_one_line(String content) throws IOException {
    // Given
    Path file = Files.writeString(directory.resolve("file.json"), content);

    // When
    int exit = run(file.toString());

    // Then
    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("check-vectors: " + file + ": ");
  }

  @Test
  void a_file_that_is_not_there_is_named_too() {
    assertThat(run(directory.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.json: cannot be read");
  }

  @Test
  void without_a_file_it_says_how_it_is_used() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Usage: ");
  }

  private int run(String... files) {
    return CheckVectorsApplication.run(
        new PrintWriter(out, false), new PrintWriter(err, true), files);
  }

  private Stream<String> lines() {
    return out.toString().lines();
  }

  private static boolean isOfCodes(Path file) {
    return file.toString().endsWith("_result_codes.json");
  }

  private static Stream<Path> vectors(Path resources) throws IOException {
    try (Stream<Path> files = Files.list(resources.resolve("vectors"))) {
      return files.sorted().toList().stream();
    }
  }
}
