package io.octroi.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * Figures as horizontal bars in SVG: the bar is the median, the line over it goes from the smallest
 * to the largest of the rounds. One panel a group of figures with a scale of its own.
 */
public final class Plot {
  private static final int WIDTH = 960;
  private static final int LABELS = 330;
  private static final int BARS = 480;
  private static final int ROW = 22;
  private static final int HEADING = 40;
  private static final int MARGIN = 20;
  private static final String OWN = "#1f6f8b";
  private static final String OTHERS = "#b0b7bd";

  private Plot() {}

  /** Bars that are compared with each other. */
  public record Panel(String title, List<Bar> bars) {}

  /**
   * One bar.
   *
   * @param own whether it is the product's, which is told by its colour
   */
  public record Bar(String label, Spread spread, Unit unit, boolean own) {}

  /** The document. */
  public static String svg(List<Panel> panels) {
    int height =
        panels.stream().mapToInt(panel -> HEADING + panel.bars().size() * ROW).sum() + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
            WIDTH,
            height,
            WIDTH,
            height));
    int y = MARGIN;
    for (Panel panel : panels) {
      append(svg, panel, y);
      y += HEADING + panel.bars().size() * ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void append(StringBuilder svg, Panel panel, int top) {
    svg.append(text(MARGIN, top + 16, "start", "bold", panel.title()));
    double largest = panel.bars().stream().mapToDouble(bar -> bar.spread().max()).max().orElse(0);
    double scale = largest > 0 ? BARS / largest : 0;
    int y = top + HEADING - 14;
    for (Bar bar : panel.bars()) {
      append(svg, bar, y, scale);
      y += ROW;
    }
  }

  private static void append(StringBuilder svg, Bar bar, int y, double scale) {
    Spread spread = bar.spread();
    svg.append(text(LABELS - 8, y + 13, "end", "normal", bar.label()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
            LABELS,
            y + 2,
            spread.median() * scale,
            ROW - 6,
            bar.own() ? OWN : OTHERS));
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"black\"/>\n",
            LABELS + spread.min() * scale,
            LABELS + spread.max() * scale,
            y + ROW / 2 - 1,
            y + ROW / 2 - 1));
    svg.append(
        text(
            (int) (LABELS + spread.max() * scale) + 8,
            y + 13,
            "start",
            "normal",
            Numbers.of(spread.median()) + " " + bar.unit().symbol()));
  }

  private static String text(int x, int y, String anchor, String weight, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>\n",
        x,
        y,
        anchor,
        weight,
        escaped(words));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
