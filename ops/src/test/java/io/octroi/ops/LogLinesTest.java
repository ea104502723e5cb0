package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.runtime.log.Fields;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.log.Shape;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of our own loggers are shown as they are; so they must be constants. */
class LogLinesTest {
  private static final List<String> SERVICES =
      List.of(
          "gateway",
          "messaging",
          "notifier",
          "operations",
          "payment-worker",
          "runtime",
          "subscription-worker");

  private static final Pattern OTHER_KEY = Pattern.compile("addKeyValue\\(\\s*+(?!LogKeys\\.)");

  private static final String CALL = "\\.\\s*(?:trace|debug|info|warn|error)\\(|(?<!Math)\\.log\\(";
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";

  /** Another thing than a text, or a text with another thing added to it. */
  private static final Pattern NO_CONSTANT =
      Pattern.compile(
          "(?:%s)\\s*+(?:(?!\")|(?:%s\\s*+\\+\\s*+)+(?!\")|%s\\s*+\\.)"
              .formatted(CALL, TEXT, TEXT));

  private record Source(String path, String text) {}

  @Test
  void the_page_has_each_key_and_its_shape() {
    List<String> rows =
        Arrays.stream(LogKeys.class.getFields())
            .map(LogLinesTest::key)
            .sorted()
            .map(key ->
                "| `%s` | %s |"
                    .formatted(key, Fields.shape(key).map(Shape::description).orElseThrow()))
            .toList();

    assertThat(Repository.read(Repository.DOCS.resolve("logs.md")))
        .contains(String.join("\n", rows));
  }

  @Test
  void services_log_by_the_known_keys_and_say_constants() {
    List<Source> sources = logging().toList();

    assertThat(sources).hasSizeGreaterThan(30);
    assertThat(having(sources, OTHER_KEY)).isEmpty();
    assertThat(having(sources, NO_CONSTANT)).isEmpty();
  }

  private static List<String> having(List<Source> sources, Pattern pattern) {
    return sources.stream()
        .filter(source -> pattern.matcher(source.text()).find())
        .map(Source::path)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG.info(body)",
        "LOG.atInfo().log(\n    message)",
        "LOG.warn(\"of \" + name)",
        "LOG.atInfo().log(\"of %s\".formatted(name))",
        "LOG.error(\"a \" + \"b \" + name)"
      })
  void what_is_no_constant_is_seen(String line) {
    assertThat(NO_CONSTANT.matcher(line).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LOG.info(\"done\")", "LOG.atInfo().log(\n    \"a \"\n + \"b\")", "LOG.atInfo()"})
  void a_constant_is_let_be(String line) {
    assertThat(NO_CONSTANT.matcher(line).find()).isFalse();
  }

  private static Stream<Source> logging() {
    return SERVICES.stream()
        .map(service -> Repository.ROOT.resolve(service).resolve("src/main/java"))
        .flatMap(folder -> Repository.files(folder, ".java").stream())
        .map(file -> new Source(file.toString(), Repository.read(file)))
        .filter(source -> source.text().contains("import org.slf4j.LoggerFactory;"));
  }

  private static String key(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
