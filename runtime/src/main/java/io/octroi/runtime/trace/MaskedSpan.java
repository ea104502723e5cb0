package io.octroi.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A span as it may leave the process: attributes by an allow-list, of a status only whether it is
 * an error, of an event only its name and an exception's class. Libraries add the address of a
 * request, the message of an exception and its stack trace, and nobody asks us.
 */
final class MaskedSpan extends DelegatingSpanData {
  /** Those whose values come from code and configuration, or are checked numbers. */
  private static final Set<String> SHOWN =
      Set.of(
          "error.type",
          "exception",
          "exception.type",
          "http.request.method",
          "http.response.status_code",
          "http.route",
          "method",
          "outcome",
          "server.address",
          "status",
          "uri");

  /** Of records and of deliveries; nobody but us adds them. */
  private static final List<String> OURS = List.of("messaging.", "octroi.");

  /** Names are constants, routes and topics; an address has other signs in it. */
  private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{5})[A-Za-z0-9 ._/{}*-]{1,120}");

  private static final String UNNAMED = "masked";

  private final String name;
  private final Attributes attributes;

  /** Exporters ask more than once for what is said here. */
  private MaskedSpan(SpanData span) {
    super(span);
    this.name = NAME.matcher(span.getName()).matches() ? span.getName() : UNNAMED;
    this.attributes = shown(span.getAttributes());
  }

  static SpanData of(SpanData span) {
    return new MaskedSpan(span);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public List<EventData> getEvents() {
    return super.getEvents().stream()
        .map(event ->
            EventData.create(event.getEpochNanos(), event.getName(), shown(event.getAttributes())))
        .toList();
  }

  @Override
  public List<LinkData> getLinks() {
    return super.getLinks().stream()
        .map(link -> LinkData.create(link.getSpanContext(), shown(link.getAttributes())))
        .toList();
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(super.getStatus().getStatusCode(), "");
  }

  private static Attributes shown(Attributes attributes) {
    AttributesBuilder shown = attributes.toBuilder();
    attributes.forEach((key, _) -> {
      if (!isShown(key)) {
        shown.remove(key);
      }
    });
    return shown.build();
  }

  private static boolean isShown(AttributeKey<?> key) {
    return SHOWN.contains(key.getKey()) || OURS.stream().anyMatch(key.getKey()::startsWith);
  }
}
