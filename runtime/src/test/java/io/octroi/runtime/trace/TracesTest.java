package io.octroi.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  private static final String CAUSE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Traces traces =
      new Traces(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(exported))
                      .build())
              .build());

  @Test
  void work_that_was_begun_elsewhere_is_a_child_of_its_cause_and_calls_are_its_children() {
    // When
    String sent =
        traces.continuing(CAUSE, "deliver", _ -> traces.calling("POST sendMessage", _ -> "sent"));

    // Then
    SpanData call = exported.getFinishedSpanItems().get(0);
    SpanData work = exported.getFinishedSpanItems().get(1);
    assertThat(sent).isEqualTo("sent");
    assertThat(work.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(work.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(call.getParentSpanId()).isEqualTo(work.getSpanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00-", "00-0af7651916cd43dd8448eb211c80319c-01", "\u0000"})
  void what_names_no_span_begins_a_trace(String cause) {
    // When
    var _ = traces.continuing(cause, "deliver", Span::isRecording);

    // Then
    assertThat(exported.getFinishedSpanItems())
        .singleElement()
        .extracting(SpanData::getParentSpanId)
        .isEqualTo("0000000000000000");
  }

  @Test
  void of_an_exception_only_its_class_is_noted() {
    // When
    assertThatThrownBy(() ->
            traces.calling(
                "smtp send",
                _ -> {
                  throw new IllegalStateException("to jane@example.com");
                }))
        .isInstanceOf(IllegalStateException.class);

    // Then
    SpanData call = exported.getFinishedSpanItems().getFirst();
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(call.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(call.toString()).doesNotContain("jane");
  }

  @Test
  void a_request_begins_a_trace_whatever_is_under_way() {
    // When
    var _ =
        traces.continuing(
            CAUSE,
            "deliver",
            _ -> {
              traces.answering("POST", "/webhooks/{endpoint}").end();
              return "answered";
            });

    // Then
    SpanData request = exported.getFinishedSpanItems().getFirst();
    assertThat(request.getName()).isEqualTo("POST /webhooks/{endpoint}");
    assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(request.getTraceId()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(request.getAttributes().get(AttributeKey.stringKey("http.route")))
        .isEqualTo("/webhooks/{endpoint}");
  }

  @Test
  void a_span_is_the_same_after_it_was_text() {
    // Given
    Span span = traces.sending("webhooks.v1");

    // When
    String text = TraceParent.of(span);

    // Then
    assertThat(TraceParent.span(text).getSpanId()).isEqualTo(span.getSpanContext().getSpanId());
    assertThat(TraceParent.of(Span.getInvalid())).isEmpty();
  }
}
