package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records outlive the program that wrote them: what was written once stays readable. A golden file
 * is never edited; a new optional field is a new line in none of them, and a change that they do
 * not survive is a new event type.
 */
class CompatibilityTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ADVICE =
      "This change breaks records that are on the topics already. Add an optional field, or a new"
          + " event type; never edit a golden file.";

  static Stream<Arguments> goldens() {
    return Stream.concat(
        SampleEvents.full().stream().map(event -> Arguments.of(GoldenFiles.FULL, event)),
        SampleEvents.least().stream().map(event -> Arguments.of(GoldenFiles.LEAST, event)));
  }

  @Test
  void every_event_type_has_its_golden_files_and_none_is_left_over() {
    assertThat(GoldenFiles.types(GoldenFiles.FULL))
        .as(ADVICE)
        .isEqualTo(namesOf(SampleEvents.full()))
        .containsExactlyInAnyOrderElementsOf(EventTypes.all().values());
    assertThat(GoldenFiles.types(GoldenFiles.LEAST))
        .as(ADVICE)
        .isEqualTo(namesOf(SampleEvents.least()));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void what_was_written_once_is_read_as_it_was_meant(Path folder, DomainEvent expected) {
    byte[] golden = GoldenFiles.read(folder, expected);

    assertThat(EventCodec.fromJson(golden, expected.getClass())).as(ADVICE).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void what_is_written_today_is_what_was_written_once(Path folder, DomainEvent event) {
    JsonNode golden = JSON.readTree(GoldenFiles.read(folder, event));

    assertThat(JSON.readTree(EventCodec.toJson(event))).as(ADVICE).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void fields_that_later_versions_add_are_ignored(Path folder, DomainEvent expected) {
    JsonNode golden = JSON.readTree(GoldenFiles.read(folder, expected));
    List<ObjectNode> objects = objectsIn(golden).toList();

    for (ObjectNode object : objects) {
      object.put("added_later", "x");
      object.putObject("added_later_too").putArray("deep").add(1.5).addNull();
    }

    assertThat(EventCodec.fromJson(JSON.writeValueAsBytes(golden), expected.getClass()))
        .isEqualTo(expected);
  }

  private static Stream<ObjectNode> objectsIn(JsonNode node) {
    Stream<ObjectNode> own = node instanceof ObjectNode object ? Stream.of(object) : Stream.empty();
    return Stream.concat(own, node.values().stream().flatMap(CompatibilityTest::objectsIn));
  }

  private static Collection<String> namesOf(List<DomainEvent> events) {
    return events.stream()
        .map(event -> EventTypes.nameOf(event.getClass()))
        .collect(Collectors.toSet());
  }
}
