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
 * Takes traces as a collector does, OTLP over HTTP in protobuf on 127.0.0.1, and keeps the traces
 * that began last: as many as have no more spans than it is told, of each at most {@value
 * #MOST_SPANS_OF_A_TRACE}.
 */
public final class TraceReceiver implements AutoCloseable {
  private static final int MOST_SPANS_OF_A_TRACE = 500;
  private static final String PATH = "/v1/traces";

  private final LinkedHashMap<String, List<ReceivedSpan>> traces = new LinkedHashMap<>();
  private final SharedTexts texts = new SharedTexts();
  private final int mostSpans;
  private int kept;
  private final LoopbackServer server;

  private TraceReceiver(int port, Clock clock, int mostSpans) {
    this.mostSpans = mostSpans;
    this.server = LoopbackServer.forgetful("trace receiver", port, clock, this::answer);
  }

  /**
   * Starts listening.
   *
   * @param port 0 picks a free one
   * @param mostSpans how many it keeps, of all traces together; with 0 it takes what comes unread
   * @throws io.octroi.platform.process.PortInUseException when the port is taken
   */
  public static TraceReceiver start(int port, Clock clock, int mostSpans) {
    return new TraceReceiver(port, clock, mostSpans);
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
      if (mostSpans > 0) {
        ExportedSpans.in(request.body(), texts).forEach(this::keep);
      }
      // The empty message says that all of it was taken.
      return Answer.of(200, "application/x-protobuf", "");
    } catch (InvalidProtocolBufferException e) {
      return Answer.of(400, "text/plain", "not an ExportTraceServiceRequest in protobuf");
    }
  }

  private void keep(ReceivedSpan span) {
    synchronized (traces) {
      List<ReceivedSpan> spans = traces.computeIfAbsent(span.traceId(), _ -> new ArrayList<>());
      if (spans.size() < MOST_SPANS_OF_A_TRACE) {
        spans.add(span);
        kept++;
      }
      while (kept > mostSpans) {
        kept -= traces.pollFirstEntry().getValue().size();
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
