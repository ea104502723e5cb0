package io.octroi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of commands that list. */
final class PageOptions {
  @Option(names = "--limit", defaultValue = "50", description = "Rows, at most (default: 50).")
  private int limit;

  @Option(names = "--before", defaultValue = "", description = "Goes on where a list ended.")
  private String before = "";

  /** The query of a list, to which a command adds its own parameters. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("limit", String.valueOf(limit));
    query.put("before", before);
    return query;
  }
}
