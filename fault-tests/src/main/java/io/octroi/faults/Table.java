package io.octroi.faults;

import java.util.List;
import java.util.Locale;

/** Shows rows as a Markdown table. */
public final class Table {
  private static final String HEAD =
      """
      | fault | seed | events | acknowledged | 503 | no answer | lost | doubled | repeats | fenced | recovered after |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  /** All rows in their order, then what they add up to. */
  public static String of(List<Row> rows) {
    StringBuilder table = new StringBuilder(HEAD);
    rows.forEach(row -> table.append(line(row)));
    table.append(
        String.format(
            Locale.ROOT,
            "| **all** | | %d | %d | | | **%d** | **%d** | %d | %d | |%n",
            rows.stream().mapToInt(Row::events).sum(),
            rows.stream().mapToInt(Row::acknowledged).sum(),
            rows.stream().mapToInt(row -> row.audit().lost().size()).sum(),
            rows.stream().mapToInt(row -> row.audit().doubled().size()).sum(),
            rows.stream().mapToLong(row -> row.audit().repeats()).sum(),
            rows.stream().mapToLong(row -> row.audit().late()).sum()));
    return table.toString();
  }

  static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f s |%n",
        row.fault(),
        row.seed(),
        row.events(),
        row.acknowledged(),
        row.answered(503),
        row.answered(0),
        row.audit().lost().size(),
        row.audit().doubled().size(),
        row.audit().repeats(),
        row.audit().late(),
        row.recovery().toMillis() / 1000.0);
  }
}
