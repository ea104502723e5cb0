package io.octroi.platform.otlp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A span as it was exported.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId that of the span it is part of; empty where it begins its trace
 * @param service {@code service.name} of the process it comes from
 * @param kind {@code server}, {@code client}, {@code producer}, {@code consumer} or {@code
 *     internal}
 * @param failed whether its status is an error
 * @param attributes as text
 * @param links trace ids of the traces it is linked to
 * @param remarks what else it carries as text: why it failed, and its events with their attributes
 */
public record ReceivedSpan(
    String traceId,
    String spanId,
    String parentId,
    String service,
    String name,
    String kind,
    Instant start,
    Instant end,
    boolean failed,
    Map<String, String> attributes,
    List<String> links,
    List<String> remarks) {
  public ReceivedSpan {
    attributes = Map.copyOf(attributes);
    links = List.copyOf(links);
    remarks = List.copyOf(remarks);
  }

  public Duration duration() {
    return Duration.between(start, end);
  }
}
