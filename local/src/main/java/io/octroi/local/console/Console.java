package io.octroi.local.console;

import io.octroi.local.Ports;
import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.runtime.clock.SharedClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Serves the local console on 127.0.0.1: pages to read, and the buttons that move the clock. */
public final class Console implements AutoCloseable {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  private final Ports ports;
  private final StoryPages stories;
  private final StandInPages standIns;
  private final TracePages traces;
  private final PreviewPages previews;
  private final ClockPage clockPage;
  private final LoopbackServer server;

  private Console(
      Ports ports,
      Operations operations,
      StandInPages standIns,
      TracePages traces,
      SharedClock clock) {
    this.ports = ports;
    this.stories = new StoryPages(operations, standIns);
    this.standIns = standIns;
    this.traces = traces;
    this.previews = new PreviewPages(operations);
    this.clockPage = new ClockPage(clock);
    this.server = LoopbackServer.start("console", ports.console(), clock, this::answer);
  }

  /** Starts serving. */
  public static Console start(
      Ports ports,
      String operatorToken,
      StandInPages standIns,
      TracePages traces,
      SharedClock clock) {
    return new Console(ports, new Operations(ports, operatorToken), standIns, traces, clock);
  }

  private Answer answer(RecordedRequest request) {
    // A page of another site must not read this one by pointing its own name at 127.0.0.1.
    Set<String> ownNames = Set.of("127.0.0.1:" + ports.console(), "localhost:" + ports.console());
    if (!ownNames.contains(request.header("host").orElse(""))) {
      return Answer.of(421, "text/plain; charset=utf-8", "This console answers to 127.0.0.1 only.");
    }
    if (request.method().equals("POST") && request.path().equals("/clock")) {
      // Nor may a form of another site post to it.
      boolean own =
          request
              .header("origin")
              .filter(origin -> ownNames.contains(origin.replaceFirst("^http://", "")))
              .isPresent();
      return own
          ? clockPage.advance(request.formParameters().getOrDefault("step", ""))
          : Answer.of(403, "text/plain; charset=utf-8", "Only this console's own buttons count.");
    }
    if (!request.method().equals("GET")) {
      return Answer.of(405, "text/plain; charset=utf-8", "Read only.").withHeader("Allow", "GET");
    }
    List<String> path =
        Stream.of(request.path().split("/"))
            .filter(part -> !part.isEmpty())
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    return Answer.of(200, "text/html; charset=utf-8", page(path))
        .withHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .withHeader("X-Content-Type-Options", "nosniff")
        .withHeader("Cache-Control", "no-store");
  }

  private String page(List<String> path) {
    String first = path.isEmpty() ? "" : path.getFirst();
    return switch (first) {
      case "" -> stories.overview();
      case "payments" -> stories.payments();
      case "story" ->
          path.size() == 3 ? stories.ofEvent(path.get(1), path.get(2)) : stories.overview();
      case "customers" -> path.size() == 2 ? stories.ofCustomer(path.get(1)) : stories.overview();
      case "mail" -> path.size() == 1 ? standIns.mailbox() : standIns.mail(path);
      case "previews" -> previews.page(path);
      case "telegram" -> standIns.telegram();
      case "traces" -> path.size() == 1 ? traces.overview() : traces.trace(path.get(1));
      case "sms" -> standIns.texts();
      case "clock" -> clockPage.page();
      default -> new Html("There is no such page").page();
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
