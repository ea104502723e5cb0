package io.octroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/metrics.md promises, read from its tables. */
final class MetricsPage {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `octroi\\.[^|]*\\| `(\\w+)`[^|]*\\|([^|]*)\\|");
  private static final Pattern TAG = Pattern.compile("`(\\w+)`: (.*)");
  private static final Pattern VALUE = Pattern.compile("`([^`]+)`");
  private static final Pattern PART_OF_A_TIMER = Pattern.compile("_(bucket|count|sum|max)$");

  /** The tags of each metric and their values; no values where they are not all known. */
  private final Map<String, Map<String, List<String>>> tags = new HashMap<>();

  MetricsPage() {
    ROW.matcher(read()).results().forEach(row -> tags.put(row.group(1), tags(row.group(2))));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("..", "docs", "metrics.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> tags(String cell) {
    Map<String, List<String>> tags = new LinkedHashMap<>();
    for (String tag : cell.strip().split("; ", -1)) {
      TAG.matcher(tag).results().forEach(found -> tags.put(found.group(1), values(found.group(2))));
    }
    return tags;
  }

  private static List<String> values(String text) {
    return text.startsWith("`")
        ? VALUE.matcher(text).results().map((MatchResult value) -> value.group(1)).toList()
        : List.of();
  }

  /** The tags of what a series belongs to; empty if the page does not have it. */
  Optional<Map<String, List<String>>> of(String series) {
    return Optional.ofNullable(tags.get(series))
        .or(() -> Optional.ofNullable(tags.get(PART_OF_A_TIMER.matcher(series).replaceFirst(""))));
  }
}
