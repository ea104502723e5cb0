package io.octroi.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.bench.report.Plot.Bar;
import io.octroi.bench.report.Plot.Panel;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

  @Test
  void bars_of_a_panel_are_as_long_as_their_medians() throws Exception {
    Document svg =
        parse(
            Plot.svg(
                List.of(
                    new Panel(
                        "accepted, /s",
                        List.of(
                            new Bar("octroi", new Spread(500, 800, 1_000), Unit.PER_SECOND, true),
                            new Bar(
                                "a < b & c", new Spread(200, 400, 600), Unit.PER_SECOND, false))),
                    new Panel(
                        "nothing, ms",
                        List.of(new Bar("zero", new Spread(0, 0, 0), Unit.MILLIS, true))))));

    NodeList rectangles = svg.getElementsByTagName("rect");
    double own = width(rectangles, 1);
    assertThat(own).isPositive();
    assertThat(width(rectangles, 2)).isEqualTo(own / 2);
    assertThat(width(rectangles, 3)).isZero();
    assertThat(svg.getDocumentElement().getTextContent()).contains("a < b & c", "800.0 /s");
  }

  @Test
  void bars_end_before_the_edge() throws Exception {
    Document svg =
        parse(
            Plot.svg(
                List.of(
                    new Panel(
                        "one",
                        List.of(new Bar("x", new Spread(7, 7, 7), Unit.PER_SECOND, true))))));
    Element bar = (Element) svg.getElementsByTagName("rect").item(1);
    double end =
        Double.parseDouble(bar.getAttribute("x")) + Double.parseDouble(bar.getAttribute("width"));
    assertThat(end).isLessThan(Double.parseDouble(svg.getDocumentElement().getAttribute("width")));
  }

  private static double width(NodeList rectangles, int index) {
    return Double.parseDouble(((Element) rectangles.item(index)).getAttribute("width"));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
