package io.octroi.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;

class MaskingSpanExporterTest {
  private static final String MAIL = "awa.n@example.com";

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(new MaskingSpanExporter(exported)))
          .build()
          .get("test");

  @Test
  void what_libraries_add_stays_behind() {
    // When
    tracer
        .spanBuilder("POST /webhooks/{endpoint}")
        .startSpan()
        .setAttribute("http.url", "/webhooks/" + MAIL)
        .setAttribute("uri", "/webhooks/{endpoint}")
        .setAttribute("messaging.destination.name", "webhooks.v1")
        .setStatus(StatusCode.ERROR, "550 " + MAIL)
        .recordException(new IllegalStateException("Key (email)=(" + MAIL + ")"))
        .end();

    // Then
    SpanData span = exported.getFinishedSpanItems().getFirst();
    assertThat(span.getName()).isEqualTo("POST /webhooks/{endpoint}");
    assertThat(span.getAttributes().asMap())
        .containsOnlyKeys(
            AttributeKey.stringKey("uri"), AttributeKey.stringKey("messaging.destination.name"));
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getEvents())
        .singleElement()
        .satisfies(event ->
            assertThat(event.getAttributes().asMap())
                .containsOnlyKeys(AttributeKey.stringKey("exception.type")));
    assertThat(span.toString()).isNotEmpty();
  }

  @Test
  void a_name_with_an_address_in_it_is_none() {
    // When
    tracer.spanBuilder("GET /" + MAIL).startSpan().end();
    tracer.spanBuilder("GET /221771234567").startSpan().end();

    // Then
    assertThat(exported.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .containsOnly("masked");
  }

  @Test
  void every_exporter_of_a_service_is_masked_once() {
    BeanPostProcessor masks = TraceConfiguration.maskedSpans();

    Object once =
        Objects.requireNonNull(masks.postProcessAfterInitialization(exported, "exporter"));

    assertThat(once).isEqualTo(new MaskingSpanExporter(exported));
    assertThat(masks.postProcessAfterInitialization(once, "exporter")).isSameAs(once);
  }
}
