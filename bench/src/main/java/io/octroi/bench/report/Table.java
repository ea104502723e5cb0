package io.octroi.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Figures as a Markdown table that is also read well as plain text. */
public final class Table {
  private static final List<String> HEAD =
      List.of("scenario", "figure", "of", "min", "median", "max", "unit", "rounds");

  private Table() {}

  /** A row a figure. */
  public static String of(List<Findings.Figure> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Findings.Figure figure : figures) {
      Spread spread = figure.spread();
      rows.add(
          List.of(
              figure.key().scenario(),
              figure.key().figure(),
              figure.key().subject(),
              Numbers.of(spread.min()),
              Numbers.of(spread.median()),
              Numbers.of(spread.max()),
              figure.unit().symbol(),
              Integer.toString(figure.values().size())));
    }
    return lines(rows);
  }

  /** Rows of equal length, the first of which is the head. */
  static String lines(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append(line(rows.get(row), widths));
      if (row == 0) {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
          rule.add("-".repeat(width));
        }
        text.append(line(rule, widths));
      }
    }
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int column = 0; column < cells.size(); column++) {
      padded.add(cells.get(column) + " ".repeat(widths[column] - cells.get(column).length()));
    }
    return padded.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
