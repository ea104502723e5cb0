package io.octroi.local.console;

import io.octroi.platform.otlp.ReceivedSpan;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/** The spans of a trace below one another. One whose parent was not exported stands at the top. */
final class SpanTree {
  private static final String TOP = "";

  private final Map<String, List<ReceivedSpan>> children;

  SpanTree(Collection<ReceivedSpan> spans) {
    Map<String, ReceivedSpan> byId =
        spans.stream().collect(Collectors.toMap(ReceivedSpan::spanId, s -> s, (a, _) -> a));
    children =
        byId.values().stream()
            .sorted(Comparator.comparing(ReceivedSpan::start))
            .collect(
                Collectors.groupingBy(
                    span -> byId.containsKey(span.parentId()) ? span.parentId() : TOP,
                    LinkedHashMap::new,
                    Collectors.toList()));
  }

  /** Visits every span after its parent, siblings in the order they began in. */
  void forEach(ObjIntConsumer<ReceivedSpan> visitor) {
    visit(TOP, 0, visitor);
  }

  private void visit(String parent, int depth, ObjIntConsumer<ReceivedSpan> visitor) {
    for (ReceivedSpan span : children.getOrDefault(parent, List.of())) {
      visitor.accept(span, depth);
      visit(span.spanId(), depth + 1, visitor);
    }
  }
}
