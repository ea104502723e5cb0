package io.octroi.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of the form {@code --name value}; a few are flags and take no value. */
record Options(Map<String, String> values) {
  private static final Set<String> FLAGS = Set.of("again");
  private static final Set<String> KNOWN =
      Set.of(
          "home",
          "jars",
          "port-offset",
          "again",
          "customer",
          "plan",
          "email",
          "language",
          "telegram-user",
          "phone",
          "start",
          "join",
          "leave",
          "advance",
          "zone",
          "pause-workers",
          "pause-after");

  /**
   * @throws IllegalArgumentException for an unknown option or one without its value
   */
  static Options parse(List<String> args) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "Unknown option " + args.get(i) + "; try: bin/octroi help");
      }
      if (FLAGS.contains(name)) {
        values.put(name, "true");
      } else if (i + 1 < args.size()) {
        i++;
        values.put(name, args.get(i));
      } else {
        throw new IllegalArgumentException("--" + name + " needs a value");
      }
    }
    return new Options(Map.copyOf(values));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean flag(String name) {
    return values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  Path path(String name, Path otherwise) {
    return values.containsKey(name) ? Path.of(values.get(name)) : otherwise;
  }

  /**
   * @throws IllegalArgumentException where the value is no whole number of at most 9 digits
   */
  int number(String name, int otherwise) {
    String text = values.getOrDefault(name, String.valueOf(otherwise));
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("--" + name + " takes a whole number");
    }
    return Integer.parseInt(text);
  }
}
