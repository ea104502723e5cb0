package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestHandler;

class TracedHandlerTest {
  private static final String ROUTE = "/webhooks/{endpoint}";

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Traces traces =
      new Traces(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(exported))
                      .build())
              .build());

  @ParameterizedTest
  @CsvSource({"202, UNSET,", "401, UNSET,", "503, ERROR, 503"})
  void the_span_says_what_was_answered_and_whether_that_is_an_error_of_ours(
      int status, StatusCode code, @Nullable String errorType) throws Exception {
    SpanData span = handle(request("POST"), (_, response) -> response.setStatus(status));

    assertThat(span.getName()).isEqualTo("POST " + ROUTE);
    assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(status);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(code);
    assertThat(attribute(span, "error.type")).isEqualTo(errorType);
  }

  @Test
  void what_is_done_for_a_request_is_done_in_its_span() throws Exception {
    SpanData span =
        handle(request("POST"), (_, _) -> Span.current().setAttribute("octroi.endpoint", "stripe"));

    assertThat(attribute(span, "octroi.endpoint")).isEqualTo("stripe");
    assertThat(Span.current()).isSameAs(Span.getInvalid());
  }

  @Test
  void a_sender_s_trace_is_linked_and_not_joined() throws Exception {
    MockHttpServletRequest request = request("POST");
    request.addHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

    SpanData span = handle(request, (_, _) -> {});

    assertThat(span.getTraceId()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getLinks())
        .extracting(LinkData::getSpanContext)
        .singleElement()
        .satisfies(sender -> assertThat(sender.getSpanId()).isEqualTo("b7ad6b7169203331"));
  }

  @Test
  void a_method_that_was_made_up_is_not_told() throws Exception {
    SpanData span = handle(request("JANE"), (_, _) -> {});

    assertThat(attribute(span, "http.request.method")).isEqualTo("_OTHER");
    assertThat(span.getName()).isEqualTo("HTTP " + ROUTE);
    assertThat(span.toString()).doesNotContain("JANE");
  }

  @Test
  void of_a_request_that_could_not_be_answered_the_class_of_the_error_is_noted() {
    assertThatThrownBy(() ->
            handle(
                request("POST"),
                (_, _) -> {
                  throw new IOException("to jane@example.com");
                }))
        .isInstanceOf(IOException.class);

    SpanData span = exported.getFinishedSpanItems().getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attribute(span, "error.type")).isEqualTo("java.io.IOException");
    assertThat(span.toString()).doesNotContain("jane");
  }

  private SpanData handle(MockHttpServletRequest request, HttpRequestHandler handler)
      throws Exception {
    new TracedHandler(handler, traces).handleRequest(request, new MockHttpServletResponse());
    return exported.getFinishedSpanItems().getFirst();
  }

  private static MockHttpServletRequest request(String method) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/webhooks/stripe");
    request.setPathInfo("/stripe");
    return request;
  }

  private static @Nullable String attribute(SpanData span, String name) {
    return span.getAttributes().get(AttributeKey.stringKey(name));
  }
}
