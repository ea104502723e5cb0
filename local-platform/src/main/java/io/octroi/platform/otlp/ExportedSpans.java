package io.octroi.platform.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the body of an export. */
final class ExportedSpans {
  private static final String KIND_PREFIX = "SPAN_KIND_";

  private final SharedTexts texts;

  private ExportedSpans(SharedTexts texts) {
    this.texts = texts;
  }

  /**
   * @throws InvalidProtocolBufferException for what is no {@code ExportTraceServiceRequest}
   */
  static List<ReceivedSpan> in(byte[] body, SharedTexts texts)
      throws InvalidProtocolBufferException {
    ExportedSpans reader = new ExportedSpans(texts);
    List<ReceivedSpan> spans = new ArrayList<>();
    for (ResourceSpans resource :
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
      String service =
          reader
              .attributes(resource.getResource().getAttributesList())
              .getOrDefault("service.name", "");
      resource
          .getScopeSpansList()
          .forEach(
              scope -> scope.getSpansList().forEach(span -> spans.add(reader.read(service, span))));
    }
    return spans;
  }

  private ReceivedSpan read(String service, Span span) {
    return new ReceivedSpan(
        texts.of(hex(span.getTraceId())),
        hex(span.getSpanId()),
        texts.of(hex(span.getParentSpanId())),
        service,
        texts.of(span.getName()),
        texts.of(span.getKind().name().substring(KIND_PREFIX.length()).toLowerCase(Locale.ROOT)),
        time(span.getStartTimeUnixNano()),
        time(span.getEndTimeUnixNano()),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
        attributes(span.getAttributesList()),
        span.getLinksList().stream().map(link -> hex(link.getTraceId())).toList(),
        remarks(span));
  }

  private List<String> remarks(Span span) {
    List<String> remarks = new ArrayList<>();
    if (!span.getStatus().getMessage().isEmpty()) {
      remarks.add(span.getStatus().getMessage());
    }
    span.getEventsList()
        .forEach(event -> remarks.add(event.getName() + attributes(event.getAttributesList())));
    span.getLinksList().stream()
        .filter(link -> link.getAttributesCount() > 0)
        .forEach(link -> remarks.add("link" + attributes(link.getAttributesList())));
    return remarks;
  }

  private Map<String, String> attributes(List<KeyValue> pairs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    pairs.forEach(pair -> attributes.put(texts.of(pair.getKey()), texts.of(text(pair.getValue()))));
    return attributes;
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> String.valueOf(value.getBoolValue());
      case INT_VALUE -> String.valueOf(value.getIntValue());
      case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
      default -> value.toString();
    };
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static Instant time(long nanosOfUnixTime) {
    return Instant.ofEpochSecond(0, nanosOfUnixTime);
  }
}
