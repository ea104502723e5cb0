package io.octroi.helm;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sets of values that the chart is tried with. */
enum Setup {
  /** The least that must be said. */
  MINIMAL("minimal"),
  /** What Terraform tells, and an operator's decisions. */
  PRODUCTION("aws production"),
  /** All that can be switched on. */
  EVERYTHING("aws production everything");

  private final String files;

  /** The names of the files, the later ones over the earlier ones. */
  Setup(String files) {
    this.files = files;
  }

  /** A copy of the values, to be changed at will. */
  ObjectNode toValues() {
    ObjectNode values = Yaml.emptyObject();
    List.of(files.split(" "))
        .forEach(
            file -> merge(values, Yaml.read(Path.of("src/test/resources/values", file + ".yaml"))));
    return values;
  }

  /** As Helm merges files of values: objects key by key, all else is replaced. */
  static void merge(ObjectNode into, JsonNode more) {
    more.forEachEntry((key, value) -> {
      if (into.path(key) instanceof ObjectNode there && value.isObject()) {
        merge(there, value);
      } else {
        into.set(key, value.deepCopy());
      }
    });
  }
}
