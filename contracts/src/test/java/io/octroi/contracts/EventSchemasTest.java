package io.octroi.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class EventSchemasTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final String HOW_TO_WRITE =
      "The schemas do not say what the records say. Write them again with"
          + " mvn -pl contracts test -Dtest=EventSchemasTest -Doctroi.schemas.write=true"
          + " and commit them.";

  @BeforeAll
  static void writeSchemasWhereAsked() throws IOException {
    if (!Boolean.getBoolean("octroi.schemas.write")) {
      return;
    }
    Files.createDirectories(EventSchemas.FOLDER);
    for (Path old : schemaFiles()) {
      Files.delete(old);
    }
    for (Map.Entry<Class<? extends DomainEvent>, String> type : EventTypes.all().entrySet()) {
      String schema = JSON.writeValueAsString(EventSchemas.of(type.getKey()));
      Files.writeString(
          EventSchemas.file(type.getValue()), schema.replace(System.lineSeparator(), "\n") + "\n");
    }
  }

  static Stream<Arguments> goldens() {
    return CompatibilityTest.goldens();
  }

  @Test
  void every_event_type_has_a_schema_and_none_is_left_over() throws IOException {
    assertThat(schemaFiles())
        .as(HOW_TO_WRITE)
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.all().values().stream().map(EventSchemas::file).toList());
  }

  @Test
  void every_schema_says_what_its_record_says() throws IOException {
    for (Map.Entry<Class<? extends DomainEvent>, String> type : EventTypes.all().entrySet()) {
      assertThat(schema(type.getValue()))
          .as(HOW_TO_WRITE)
          .isEqualTo(JSON.readTree(EventSchemas.of(type.getKey()).toString()));
    }
  }

  @Test
  void every_schema_is_a_valid_schema() throws IOException {
    Schema metaSchema =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    for (String type : EventTypes.all().values()) {
      assertThat(metaSchema.validate(schema(type))).isEmpty();
    }
  }

  @Test
  void the_schemas_travel_with_the_jar() throws IOException {
    try (InputStream schema =
        EventCodec.class.getResourceAsStream("schemas/octroi.payment.succeeded.v1.json")) {
      assertThat(schema).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void golden_files_are_valid(Path folder, DomainEvent event) throws IOException {
    String golden = new String(GoldenFiles.read(folder, event), UTF_8);

    assertThat(errors(EventTypes.nameOf(event.getClass()), golden)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"minor_units\": 4900    | \"minor_units\": -1",
        "\"minor_units\": 4900    | \"minor_units\": 49.99",
        "\"minor_units\": 4900    | \"minor_units\": \"4900\"",
        "\"currency\": \"EUR\"    | \"currency\": \"euro\"",
        "\"status\": \"succeeded\" | \"status\": \"SUCCEEDED\"",
        "\"occurred_at\":         | \"occured_at\":",
        "2026-02-03T10:15:31Z     | yesterday",
        "019c2b6a                 | cus_9041",
        "\"contact\":             | \"kontact\":",
        "\"version\": 2           | \"version\": null",
      })
  void a_schema_refuses_what_the_reader_refuses(String fits, String doesNot) throws IOException {
    DomainEvent event = SampleEvents.full().get(1);
    String golden = new String(GoldenFiles.read(GoldenFiles.FULL, event), UTF_8);
    String spoiled = golden.replace(fits, doesNot);
    assertThat(spoiled).isNotEqualTo(golden);

    assertThat(errors("octroi.payment.succeeded.v1", spoiled)).isNotEmpty();
  }

  private static List<Error> errors(String type, String json) throws IOException {
    return REGISTRY
        .getSchema(schema(type))
        .validate(
            JSON.readTree(json),
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static JsonNode schema(String type) throws IOException {
    return JSON.readTree(Files.readAllBytes(EventSchemas.file(type)));
  }

  private static List<Path> schemaFiles() throws IOException {
    try (Stream<Path> files = Files.list(EventSchemas.FOLDER)) {
      return files.toList();
    }
  }
}
