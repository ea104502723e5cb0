package io.octroi.platform.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server on 127.0.0.1. Scripted answers go before the handler's, each to the first request
 * it fits, in the order they were queued. The last {@value #KEPT_REQUESTS} requests are kept.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int KEPT_REQUESTS = 10_000;
  private static final int BODY_LIMIT_BYTES = 4 * 1024 * 1024;

  static {
    // Head and body are two writes: without this each answer waits for a delayed acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final Clock clock;
  private final RequestHandler handler;
  private final int kept;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();
  private final List<Scripted> script = new ArrayList<>();

  private LoopbackServer(HttpServer server, Clock clock, RequestHandler handler, int kept) {
    this.server = server;
    this.kept = kept;
    this.clock = clock;
    this.handler = handler;
  }

  /**
   * Starts a server.
   *
   * @param name what it stands in for, told when its port is taken
   * @param port 0 picks a free one
   * @throws PortInUseException when the port is taken
   */
  public static LoopbackServer start(String name, int port, Clock clock, RequestHandler handler) {
    return start(name, port, clock, handler, KEPT_REQUESTS);
  }

  /** The same without a memory, for requests that are many and large. */
  public static LoopbackServer forgetful(
      String name, int port, Clock clock, RequestHandler handler) {
    return start(name, port, clock, handler, 0);
  }

  private static LoopbackServer start(
      String name, int port, Clock clock, RequestHandler handler, int kept) {
    try {
      HttpServer http = HttpServer.create(new InetSocketAddress(LoopbackPorts.address(), port), 0);
      LoopbackServer started = new LoopbackServer(http, clock, handler, kept);
      http.setExecutor(started.threads);
      http.createContext("/", started::handle);
      http.start();
      return started;
    } catch (BindException e) {
      throw new PortInUseException(port, name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the " + name, e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Answers the next request with this, whatever the request. */
  public void script(Answer answer) {
    script(1, request -> true, answer);
  }

  /** Answers the next requests that fit with this. */
  public void script(int times, Predicate<RecordedRequest> fits, Answer answer) {
    synchronized (script) {
      for (int i = 0; i < times; i++) {
        script.add(new Scripted(fits, answer));
      }
    }
  }

  /** Drops what was scripted and not yet used. */
  public void clearScript() {
    synchronized (script) {
      script.clear();
    }
  }

  /** What came in so far, oldest first. */
  public List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
      if (body.length > BODY_LIMIT_BYTES) {
        send(exchange, Answer.of(413, "text/plain", "too large"));
        return;
      }
      RecordedRequest request = record(exchange, body);
      carryOut(exchange, request, scriptedFor(request).orElseGet(() -> handled(request)));
    }
  }

  private void carryOut(HttpExchange exchange, RecordedRequest request, Answer answer)
      throws IOException {
    switch (answer) {
      case Answer.Reply reply -> {
        await(reply.delay());
        send(exchange, reply);
      }
      // Closing the exchange before an answer was sent closes the connection.
      case Answer.HangUp hangUp -> await(hangUp.delay());
      case Answer.Late late -> {
        await(late.delay());
        carryOut(exchange, request, handled(request));
      }
      case Answer.CutShort _ -> {
        if (handled(request) instanceof Answer.Reply reply) {
          cutShort(exchange, reply);
        }
      }
    }
  }

  private Answer handled(RecordedRequest request) {
    try {
      return handler.answer(request);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("path", request.path()).log("A stand-in failed");
      return Answer.of(500, "text/plain", "the stand-in failed: " + e);
    }
  }

  private Optional<Answer> scriptedFor(RecordedRequest request) {
    synchronized (script) {
      Optional<Scripted> first = script.stream().filter(s -> s.fits().test(request)).findFirst();
      first.ifPresent(script::remove);
      return first.map(Scripted::answer);
    }
  }

  private RecordedRequest record(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> List.copyOf(header.getValue())));
    URI uri = exchange.getRequestURI();
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    RecordedRequest request =
        new RecordedRequest(
            exchange.getRequestMethod(), uri.getPath(), query, headers, body, clock.instant());
    synchronized (requests) {
      requests.addLast(request);
      if (requests.size() > kept) {
        requests.removeFirst();
      }
    }
    return request;
  }

  private static void send(HttpExchange exchange, Answer.Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void cutShort(HttpExchange exchange, Answer.Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), Math.max(2, body.length));
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }

  private static void await(Duration delay) {
    if (delay.isPositive()) {
      Deadline.pause(delay);
    }
  }

  private record Scripted(Predicate<RecordedRequest> fits, Answer answer) {}
}
