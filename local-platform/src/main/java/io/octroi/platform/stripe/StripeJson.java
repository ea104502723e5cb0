package io.octroi.platform.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Stripe writes it: two spaces, one member a line. */
final class StripeJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, ObjectNode> TEMPLATES = new ConcurrentHashMap<>();
  private static final ObjectWriter WRITER = JSON.writer().with(printer());

  private StripeJson() {}

  /** A copy of the template for a type of object. */
  static ObjectNode template(String object) {
    return TEMPLATES.computeIfAbsent(object, StripeJson::load).deepCopy();
  }

  static String write(Object value) {
    return WRITER.writeValueAsString(value);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode fromMap(Map<String, ?> members) {
    return JSON.valueToTree(members);
  }

  static JsonNode read(String json) {
    return JSON.readTree(json);
  }

  private static ObjectNode load(String object) {
    try (InputStream stream = StripeJson.class.getResourceAsStream(object + ".json")) {
      return (ObjectNode) JSON.readTree(Optional.ofNullable(stream).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("no template for " + object, e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return printer;
  }
}
