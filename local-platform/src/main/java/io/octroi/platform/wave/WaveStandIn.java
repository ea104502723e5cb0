package io.octroi.platform.wave;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.AccessTokens;
import io.octroi.platform.provider.Faults;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.ProviderEvent;
import io.octroi.platform.provider.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Wave's API for one machine, as far as the system reads it: checkout sessions, and the account's
 * transactions day by day. What happens is told with {@link #completed} and its like.
 */
public final class WaveStandIn implements AutoCloseable {
  private static final int DEFAULT_PAGE = 100;
  private static final String SESSIONS = "/v1/checkout/sessions/";

  private final Settings settings;
  private final Shelf sessions = new Shelf();
  private final Shelf transactions = new Shelf();
  private final LoopbackServer server;

  private WaveStandIn(Settings settings) {
    this.settings = settings;
    this.server =
        LoopbackServer.start("Wave stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param apiKey the one key it accepts
   */
  public record Settings(int port, String apiKey, Clock clock, Ids ids) {}

  public static WaveStandIn start(Settings settings) {
    return new WaveStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, WaveErrors::of);
  }

  /** A checkout was opened; nothing is posted about that. */
  public void opened(WavePayment payment, Instant at) {
    sessions.put(payment.session(), at, WaveObjects.session(payment, false, at));
  }

  /** Money taken. */
  public ProviderEvent completed(WavePayment payment, Instant at) {
    ObjectNode session = WaveObjects.session(payment, true, at);
    sessions.put(payment.session(), at, session);
    transactions.put(payment.transaction(), at, WaveObjects.transaction(payment, false, at));
    return event("checkout.session.completed", session, at);
  }

  /** One attempt failed; the session stays open. */
  public ProviderEvent attemptFailed(WavePayment payment, Instant at) {
    ObjectNode session = WaveObjects.session(payment, false, at);
    session.put("payment_status", "cancelled");
    session
        .putObject("last_payment_error")
        .put("code", "insufficient-funds")
        .put("message", "Insufficient balance");
    sessions.put(payment.session(), at, session);
    return event("checkout.session.payment_failed", session, at);
  }

  /** Money given back, all of it; Wave posts nothing about that, but lists it. */
  public void reversed(WavePayment payment, Instant at) {
    transactions.put(
        payment.transaction() + " reversal", at, WaveObjects.transaction(payment, true, at));
  }

  /** Any event around any object; makes nothing known to readers of the API. */
  public ProviderEvent event(String type, ObjectNode data, Instant at) {
    String id = "EV_" + settings.ids().upper(14);
    ObjectNode event = Json.object();
    event.put("id", id).put("type", type).set("data", data);
    return new ProviderEvent(id, type, at, Json.write(event));
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(RecordedRequest request) {
    if (!AccessTokens.bearer(request, settings.apiKey())) {
      return WaveErrors.of(401);
    }
    if (request.path().equals("/v1/transactions")) {
      return day(request.queryParameters());
    }
    if (request.path().equals(SESSIONS + "search")) {
      String reference = request.queryParameters().getOrDefault("client_reference", "");
      ObjectNode body = Json.object();
      ArrayNode result = body.putArray("result");
      sessions
          .where(session -> session.path("client_reference").asString().equals(reference))
          .forEach(result::add);
      return ok(body);
    }
    return request.path().startsWith(SESSIONS)
        ? sessions
            .find(request.path().substring(SESSIONS.length()))
            .map(WaveStandIn::ok)
            .orElseGet(() -> WaveErrors.of(404))
        : WaveErrors.of(404);
  }

  private Answer day(Map<String, String> query) {
    try {
      LocalDate date =
          query.containsKey("date")
              ? LocalDate.parse(query.get("date"))
              : LocalDate.ofInstant(settings.clock().instant(), ZoneOffset.UTC);
      int size = Integer.parseInt(query.getOrDefault("first", Integer.toString(DEFAULT_PAGE)));
      int from = Integer.parseInt(query.getOrDefault("after", "0"));
      Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
      List<ObjectNode> all =
          transactions.between(start, start.plus(1, ChronoUnit.DAYS).minusNanos(1));
      int to = Math.min(all.size(), from + Math.max(1, size));
      ObjectNode body = Json.object();
      ObjectNode pages = body.putObject("page_info");
      pages.put("start_cursor", Integer.toString(from)).put("end_cursor", Integer.toString(to));
      pages.put("has_next_page", to < all.size());
      body.put("date", date.toString());
      ArrayNode items = body.putArray("items");
      all.subList(Math.min(from, to), to).forEach(items::add);
      return ok(body);
    } catch (DateTimeParseException | NumberFormatException e) {
      return WaveErrors.of(400);
    }
  }

  private static Answer.Reply ok(JsonNode body) {
    return Answer.json(200, Json.write(body));
  }
}
