package io.octroi.platform.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Takes traces as a collector does, OTLP over HTTP in protobuf on 127.0.0.1, and keeps the {@value
 * #MOST_TRACES} that began last, of each at most {@value #MOST_SPANS} spans.
 */
public final class TraceReceiver implements AutoCloseable {
  private static final int MOST_TRACES = 5_000;
  private static final int MOST_SPANS = 500;
  private static final String PATH = "/v1/traces";

  private final LinkedHashMap<String, List<ReceivedSpan>> traces = new LinkedHashMap<>();
  private final LoopbackServer server;

  private TraceReceiver(int port, Clock clock) {
    this.server = LoopbackServer.forgetful("trace receiver", port, clock, this::answer);
  }

  /**
   * Starts listening.
   *
   * @param port 0 picks a free one
   * @throws io.octroi.platform.process.PortInUseException when the port is taken
   */
  public static TraceReceiver start(int port, Clock clock) {
    return new TraceReceiver(port, clock);
  }

  /** Where to export to. */
  public URI endpoint() {
    return server.uri().resolve(PATH);
  }

  /** The spans of a trace that have come so far, in the order they began in. */
  public List<ReceivedSpan> trace(String traceId) {
    synchronized (traces) {
      return traces.getOrDefault(traceId, List.of()).stream()
          .sorted(Comparator.comparing(ReceivedSpan::start))
          .toList();
    }
  }

  /** The ids of the kept traces, the one that was heard of last first. */
  public List<String> traceIds() {
    synchronized (traces) {
      return new ArrayList<>(traces.keySet()).reversed();
    }
  }

  private Answer answer(RecordedRequest request) {
    if (!request.method().equals("POST") || !request.path().equals(PATH)) {
      return Answer.of(404, "text/plain", "Traces are posted to " + PATH);
    }
    try {
      ExportedSpans.in(request.body()).forEach(this::keep);
      // The empty message says that all of it was taken.
      return Answer.of(200, "application/x-protobuf", "");
    } catch (InvalidProtocolBufferException e) {
      return Answer.of(400, "text/plain", "not an ExportTraceServiceRequest in protobuf");
    }
  }

  private void keep(ReceivedSpan span) {
    synchronized (traces) {
      List<ReceivedSpan> spans = traces.computeIfAbsent(span.traceId(), _ -> new ArrayList<>());
      if (spans.size() < MOST_SPANS) {
        spans.add(span);
      }
      if (traces.size() > MOST_TRACES) {
        traces.pollFirstEntry();
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
