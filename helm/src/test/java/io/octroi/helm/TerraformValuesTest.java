package io.octroi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The chart takes Terraform's output {@code helm_values} as it is. */
class TerraformValuesTest {
  private static final Path OUTPUTS = Path.of("../infra/terraform/environments/example/outputs.tf");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s*(\\w+)\\s*=.*");

  @Test
  void the_schema_knows_every_key_of_the_output() throws IOException {
    JsonNode schema = Yaml.read(Chart.OURS.folder().resolve("values.schema.json"));

    Set<String> unknown = new TreeSet<>(keysOfTheOutput());
    unknown.removeIf(key -> !schema.at(pointer(key)).isMissingNode());

    assertThat(keysOfTheOutput())
        .contains("kafka", "kafka.bootstrapServers", "ingress.targetGroupArn");
    assertThat(unknown).isEmpty();
  }

  @Test
  void the_example_of_the_output_has_its_keys() throws IOException {
    JsonNode example = Yaml.read(Path.of("src/test/resources/values/aws.yaml"));

    Set<String> missing = new TreeSet<>(keysOfTheOutput());
    missing.removeIf(key -> !example.at("/" + key.replace('.', '/')).isMissingNode());
    Set<String> first = new TreeSet<>(keysOfTheOutput());
    first.removeIf(key -> key.contains("."));

    assertThat(missing).isEmpty();
    assertThat(first).containsExactlyInAnyOrderElementsOf(example.propertyNames());
  }

  private static String pointer(String key) {
    return "/properties/" + key.replace(".", "/properties/");
  }

  /** The names of the attributes of the object, and of the objects written out in it. */
  private static Set<String> keysOfTheOutput() throws IOException {
    Set<String> keys = new TreeSet<>();
    Deque<String> path = new ArrayDeque<>();
    boolean inside = false;
    for (String line : Files.readAllLines(OUTPUTS)) {
      if (line.equals("  value = {") && !inside) {
        inside = true;
      } else if (line.equals("  }") && inside) {
        break;
      } else if (inside && !line.strip().startsWith("#")) {
        read(line, path, keys);
      }
    }
    return keys;
  }

  private static void read(String line, Deque<String> path, Set<String> keys) {
    Matcher attribute = ATTRIBUTE.matcher(line);
    boolean generated = path.contains("");
    if (attribute.matches() && !generated) {
      keys.add(path.isEmpty() ? attribute.group(1) : path.getLast() + "." + attribute.group(1));
    }
    if (line.endsWith("{") || line.endsWith(":")) {
      path.addLast(attribute.matches() && line.endsWith("= {") ? attribute.group(1) : "");
    } else if (line.strip().startsWith("}")) {
      path.removeLast();
    }
  }
}
