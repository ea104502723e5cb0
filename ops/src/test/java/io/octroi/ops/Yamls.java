package io.octroi.ops;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes and reads YAML. */
final class Yamls {
  private Yamls() {}

  static String write(Map<String, Object> page) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(2);
    options.setWidth(140);
    options.setSplitLines(false);
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(page);
  }

  static Map<String, Object> read(String text) {
    return new Yaml().load(text);
  }
}
