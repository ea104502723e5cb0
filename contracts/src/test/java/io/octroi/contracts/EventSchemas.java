package io.octroi.contracts;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of the event records, so that other languages can read the topics. */
final class EventSchemas {
  static final Path FOLDER = Path.of("src/main/resources/io/octroi/contracts/schemas");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaGenerator GENERATOR = generator();

  private EventSchemas() {}

  static ObjectNode of(Class<? extends DomainEvent> event) {
    String name = EventTypes.nameOf(event);
    ObjectNode generated = GENERATOR.generateSchema(event);
    ObjectNode schema = JSON.createObjectNode();
    schema.set("$schema", generated.get("$schema"));
    schema.put("$id", "urn:octroi:schema:" + name);
    schema.put("title", name);
    schema.setAll(generated);
    return schema;
  }

  static Path file(String type) {
    return FOLDER.resolve(type + ".json");
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    config
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0)
        .withCustomDefinitionProvider((type, _) -> {
          ObjectNode text = asText(type.getErasedType());
          return text == null ? null : new CustomDefinition(text, true);
        });
    config
        .forFields()
        .withRequiredCheck(
            field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class))
        .withNumberInclusiveMinimumResolver(
            field -> isAmount(field.getRawMember()) ? BigDecimal.ZERO : null);
    return new SchemaGenerator(config.build());
  }

  private static boolean isAmount(Field field) {
    return field.getDeclaringClass() == Money.class && field.getType() == long.class;
  }

  /** The types that are text on the wire, though not in Java. */
  private static @Nullable ObjectNode asText(Class<?> type) {
    ObjectNode text = JSON.createObjectNode().put("type", "string");
    if (type == Instant.class) {
      return text.put("format", "date-time");
    }
    if (type == UUID.class) {
      return text.put("format", "uuid");
    }
    return type == Currency.class ? text.put("pattern", "^[A-Z]{3}$") : null;
  }
}
