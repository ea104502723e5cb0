package io.octroi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints answers: as JSON for programs, as a table or lines of fields for people. */
public final class Output {
  private static final int WIDEST = 60;

  private final PrintWriter out;
  private final Format format;

  Output(PrintWriter out, Format format) {
    this.out = out;
    this.format = format;
  }

  /** How answers are printed. */
  enum Format {
    TABLE,
    JSON
  }

  /**
   * Prints rows, and in a table only these columns.
   *
   * @param answer a page with {@code items}, or an array
   */
  public void rows(JsonNode answer, String... columns) {
    JsonNode items = answer.isArray() ? answer : answer.path("items");
    if (format == Format.JSON) {
      json(answer);
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(columns));
    for (JsonNode item : items) {
      List<String> line = new ArrayList<>();
      for (String column : columns) {
        line.add(text(item.path(column)));
      }
      lines.add(line);
    }
    table(lines);
    if (answer.has("next")) {
      out.println("more: --before " + answer.path("next").asString());
    }
  }

  /** Prints one thing: nested objects become indented lines. */
  public void fields(JsonNode answer) {
    if (format == Format.JSON) {
      json(answer);
    } else {
      fields(answer, "");
    }
  }

  /**
   * Prints the steps of a story, each with its details on a line of their own.
   *
   * @param details how a step's details are written on one line
   */
  public void story(JsonNode story, Function<JsonNode, String> details) {
    if (format == Format.JSON) {
      json(story);
      return;
    }
    for (JsonNode step : story.path("steps")) {
      out.println(
          text(step.path("at"))
              + "  "
              + text(step.path("service"))
              + "  "
              + text(step.path("summary")));
      out.println("    " + clean(details.apply(step)));
      if (!step.path("trace_id").asString("").isEmpty()) {
        out.println("    trace " + text(step.path("trace_id")));
      }
    }
    if (!story.path("complete").asBoolean(true)) {
      out.println("There is more; what is shown begins at the beginning.");
    }
  }

  private void json(JsonNode answer) {
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
  }

  private void fields(JsonNode node, String indent) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (value.isObject() || (value.isArray() && value.path(0).isObject())) {
        out.println(indent + field.getKey() + ":");
        for (JsonNode nested : value.isArray() ? value : List.of(value)) {
          fields(nested, indent + "  ");
          if (value.isArray()) {
            out.println();
          }
        }
      } else {
        out.println(indent + field.getKey() + "  " + text(value));
      }
    }
  }

  private void table(List<List<String>> lines) {
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String cell = cut(line.get(column));
        text.append(cell);
        if (column + 1 < line.size()) {
          text.repeat(' ', width(lines, column) - cell.length() + 2);
        }
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> cut(line.get(column)).length()).max().orElse(0);
  }

  private static String cut(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  /** What comes from outside must not steer a terminal. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String text(JsonNode value) {
    String text =
        value.isMissingNode() || value.isNull()
            ? "-"
            : value.isValueNode() ? value.asString() : value.toString();
    return clean(text);
  }
}
