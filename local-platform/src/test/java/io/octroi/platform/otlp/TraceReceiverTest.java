package io.octroi.platform.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceReceiverTest {
  private final TraceReceiver receiver = TraceReceiver.start(0, Clock.systemUTC(), 10);

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void spans_of_a_trace_are_kept_in_the_order_they_began_in() throws Exception {
    // When
    assertThat(post(export(span(1, 2, "second"), span(1, 1, "first")))).isEqualTo(200);
    assertThat(post(export(span(2, 3, "another")))).isEqualTo(200);

    // Then
    assertThat(receiver.trace(traceId(1)))
        .extracting(ReceivedSpan::name)
        .containsExactly("first", "second");
    assertThat(receiver.traceIds()).containsExactly(traceId(2), traceId(1));
  }

  @Test
  void the_oldest_traces_give_way() throws Exception {
    // Given
    assertThat(post(export(span(1, 1, "a"), span(1, 2, "b"), span(2, 3, "c")))).isEqualTo(200);

    // When
    Span[] eight =
        IntStream.rangeClosed(11, 18).mapToObj(i -> span(3, i, "d")).toArray(Span[]::new);
    assertThat(post(export(eight))).isEqualTo(200);

    // Then
    assertThat(receiver.traceIds()).containsExactly(traceId(3), traceId(2));
    assertThat(receiver.trace(traceId(3))).hasSize(8);

    // When
    assertThat(post(export(span(3, 19, "e"), span(4, 20, "f")))).isEqualTo(200);

    // Then
    assertThat(receiver.traceIds()).containsExactly(traceId(4), traceId(3));
    assertThat(receiver.trace(traceId(3))).hasSize(9);
  }

  @Test
  void one_that_keeps_nothing_takes_all() throws Exception {
    try (TraceReceiver keepsNothing = TraceReceiver.start(0, Clock.systemUTC(), 0)) {
      assertThat(post(keepsNothing, export(span(1, 1, "first")))).isEqualTo(200);
      assertThat(keepsNothing.traceIds()).isEmpty();
    }
  }

  @Test
  void what_is_no_export_is_refused() throws Exception {
    assertThat(post(new byte[] {(byte) 0xff, 1, 2})).isEqualTo(400);
  }

  private static Span span(int trace, int start, String name) {
    return Span.newBuilder()
        .setTraceId(ByteString.copyFrom(ByteBuffer.allocate(16).putInt(trace).array()))
        .setSpanId(ByteString.copyFrom(ByteBuffer.allocate(8).putInt(start).array()))
        .setName(name)
        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
        .setStartTimeUnixNano(start)
        .setEndTimeUnixNano(start + 1)
        .build();
  }

  private static String traceId(int trace) {
    return HexFormat.of().formatHex(ByteBuffer.allocate(16).putInt(trace).array());
  }

  private static byte[] export(Span... spans) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    for (Span span : spans) {
      scope.addSpans(span);
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
        .build()
        .toByteArray();
  }

  private int post(byte[] body) throws Exception {
    return post(receiver, body);
  }

  private static int post(TraceReceiver receiver, byte[] body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(receiver.endpoint())
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
