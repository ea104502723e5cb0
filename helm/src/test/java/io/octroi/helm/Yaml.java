package io.octroi.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** YAML as trees. */
final class Yaml {
  private Yaml() {}

  static ObjectNode emptyObject() {
    return JsonMapper.shared().createObjectNode();
  }

  static JsonNode read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String text) {
    return JsonMapper.shared().valueToTree(new org.yaml.snakeyaml.Yaml().load(text));
  }

  /** The documents of a stream, without empty ones. */
  static Stream<JsonNode> parseAll(String text) {
    return StreamSupport.stream(new org.yaml.snakeyaml.Yaml().loadAll(text).spliterator(), false)
        .<JsonNode>map(document -> JsonMapper.shared().valueToTree(document))
        .filter(JsonNode::isObject);
  }
}
