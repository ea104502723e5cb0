package io.octroi.local.console;

import io.octroi.platform.otlp.ReceivedSpan;
import io.octroi.platform.otlp.TraceReceiver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The last traces that the services exported, and one of them as a waterfall. */
public final class TracePages {
  private static final int MOST_ROWS = 50;
  private static final double NANOS_PER_MILLI = 1e6;

  private final TraceReceiver receiver;

  public TracePages(TraceReceiver receiver) {
    this.receiver = receiver;
  }

  String overview() {
    Html html = new Html("Traces");
    html.note("The last that were exported over OTLP. Times are the machine's.");
    List<List<ReceivedSpan>> traces =
        receiver.traceIds().stream()
            .map(receiver::trace)
            .filter(spans -> !spans.isEmpty())
            .toList();
    html.section("Begun by a request");
    append(html, traces, TracePages::isOfRequest);
    html.section("Begun by the system itself");
    append(html, traces, spans -> !isOfRequest(spans));
    return html.page();
  }

  private static boolean isOfRequest(List<ReceivedSpan> spans) {
    return spans.getFirst().kind().equals("server");
  }

  private static void append(
      Html html, List<List<ReceivedSpan>> traces, Predicate<List<ReceivedSpan>> which) {
    html.table(
        List.of("began", "trace", "took", "spans", "services"),
        traces.stream().filter(which).limit(MOST_ROWS).map(TracePages::row).toList());
  }

  private static List<String> row(List<ReceivedSpan> spans) {
    ReceivedSpan first = spans.getFirst();
    return List.of(
        Html.escape(first.start().toString()),
        Html.link("/traces/" + first.traceId(), first.name()),
        millis(Duration.between(first.start(), end(spans))),
        String.valueOf(spans.size()),
        Html.escape(
            String.join(", ", spans.stream().map(ReceivedSpan::service).distinct().toList())));
  }

  String trace(String traceId) {
    List<ReceivedSpan> spans = receiver.trace(traceId);
    Html html = new Html("Trace " + traceId);
    if (spans.isEmpty()) {
      return html.note("It was not exported, or others have taken its place.").page();
    }
    Instant start = spans.getFirst().start();
    Duration whole = Duration.between(start, end(spans));
    List<List<String>> rows = new ArrayList<>();
    new SpanTree(spans).forEach((span, depth) -> rows.add(row(depth, span, start, whole)));
    return html.table(List.of("span", "service", "after", "took", "when", "what"), rows).page();
  }

  private static List<String> row(int depth, ReceivedSpan span, Instant start, Duration whole) {
    Duration after = Duration.between(start, span.start());
    return List.of(
        "<span style=\"display:block;padding-left:"
            + depth
            + "em\""
            + (span.failed() ? " class=bad>" : ">")
            + Html.escape(span.name())
            + "</span>",
        Html.escape(span.service()),
        millis(after),
        millis(span.duration()),
        bar(after, span.duration(), whole),
        details(span));
  }

  private static String bar(Duration after, Duration took, Duration whole) {
    double total = Math.max(1, whole.toNanos());
    return "<div class=way><div style=\"margin-left:"
        + percent(after.toNanos() / total)
        + ";width:"
        + percent(took.toNanos() / total)
        + "\"></div></div>";
  }

  private static String details(ReceivedSpan span) {
    StringBuilder markup = new StringBuilder("<details><summary>");
    markup.append(Html.escape(span.kind())).append("</summary>");
    new TreeMap<>(span.attributes())
        .forEach((name, value) -> markup.append(Html.escape(name + " = " + value)).append("<br>"));
    markup.append("</details>");
    span.links().forEach(id -> markup.append("linked to ").append(Html.link("/traces/" + id, id)));
    return markup.toString();
  }

  private static Instant end(List<ReceivedSpan> spans) {
    return spans.stream().map(ReceivedSpan::end).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / NANOS_PER_MILLI);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }
}
