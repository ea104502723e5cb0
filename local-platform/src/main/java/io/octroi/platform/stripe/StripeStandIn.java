package io.octroi.platform.stripe;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe's API for one machine, as far as the system reads it: events, and the objects they speak
 * of. Point an SDK at it with its API base. Faults: script {@link StripeErrors} on {@link
 * #server()}.
 */
public final class StripeStandIn implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "checkout/sessions", "checkout.session",
          "payment_intents", "payment_intent",
          "charges", "charge",
          "customers", "customer",
          "disputes", "dispute",
          "refunds", "refund");

  private final Settings settings;
  private final StripeRecords records = new StripeRecords();
  private final CheckoutSessions sessions;
  private final StripeEvents events;
  private final Map<String, Replay> replays = new ConcurrentHashMap<>();
  private final LoopbackServer server;

  private StripeStandIn(Settings settings) {
    this.settings = settings;
    this.sessions = new CheckoutSessions(settings.ids(), settings.clock());
    this.events = new StripeEvents(settings.ids());
    this.server =
        LoopbackServer.start("Stripe stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param apiKey the one secret key it accepts
   */
  public record Settings(int port, String apiKey, StripeIds ids, Clock clock) {}

  private record Replay(String path, String form, Answer answer) {}

  public static StripeStandIn start(Settings settings) {
    return new StripeStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  /** Makes an event and the object in it known to whoever asks; does not post it anywhere. */
  public void publish(StripeEvent event) {
    JsonNode json = StripeJson.read(event.json());
    records.putObject(json.path("data").path("object"));
    records.putEvent(json);
  }

  /** Makes any object known, by its own "object" and "id". */
  public void put(Map<String, ?> object) {
    records.putObject(StripeJson.fromMap(object));
  }

  /** Makes the objects of a finished purchase known, without any event. */
  public void putPaid(StripePayment payment) {
    records.putObject(StripeObjects.customer(payment));
    records.putObject(StripeObjects.charge(payment, 0));
    records.putObject(StripeObjects.paymentIntent(payment, "succeeded"));
    records.putObject(StripeObjects.session(payment, "complete", "paid"));
  }

  /**
   * Says that the endpoint has accepted an event, so that a search for failed ones leaves it out.
   */
  public void markDelivered(String eventId) {
    records.markDelivered(eventId);
  }

  /**
   * Lets the customer of an open session pay.
   *
   * @return the events that Stripe would post, in its usual order
   * @throws IllegalArgumentException when no such session is open
   */
  public List<StripeEvent> pay(String sessionId) {
    ObjectNode session =
        records
            .object("checkout.session", sessionId)
            .filter(found -> found.path("status").asString().equals("open"))
            .map(ObjectNode.class::cast)
            .orElseThrow(() -> new IllegalArgumentException("not open: " + sessionId));
    StripePayment payment = sessions.purchase(session);
    Instant now = settings.clock().instant();
    putPaid(payment);
    List<StripeEvent> made =
        List.of(
            events.chargeSucceeded(payment, now),
            events.paymentIntentSucceeded(payment, now),
            events.checkoutCompleted(payment, now));
    made.forEach(this::publish);
    return made;
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(RecordedRequest request) {
    Optional<String> key = request.header("authorization");
    if (key.isEmpty()) {
      return StripeErrors.noKey();
    }
    if (!key.get().equals("Bearer " + settings.apiKey())) {
      return StripeErrors.wrongKey();
    }
    try {
      return request.method().equals("POST")
          ? once(request, () -> post(request))
          : get(request.path().replaceFirst("^/v1/", ""), request);
    } catch (IllegalArgumentException e) {
      return StripeErrors.badParameter(String.valueOf(e.getMessage()));
    }
  }

  private Answer once(RecordedRequest request, Supplier<Answer> work) {
    Optional<String> key = request.header("idempotency-key");
    if (key.isEmpty()) {
      return work.get();
    }
    String form = request.bodyText();
    Replay replay =
        replays.computeIfAbsent(key.get(), _ -> new Replay(request.path(), form, work.get()));
    return replay.path().equals(request.path()) && replay.form().equals(form)
        ? replay.answer()
        : StripeErrors.keyReused();
  }

  private Answer post(RecordedRequest request) {
    if (!request.path().equals("/v1/checkout/sessions")) {
      return StripeErrors.unknownUrl(request.method(), request.path());
    }
    ObjectNode session = sessions.open(request.formParameters(), uri());
    records.putObject(session);
    return ok(session);
  }

  private Answer get(String path, RecordedRequest request) {
    Map<String, String> query = request.queryParameters();
    if (path.equals("events")) {
      return listEvents(EventQuery.of(query));
    }
    if (path.equals("checkout/sessions")) {
      String intent = query.getOrDefault("payment_intent", "");
      return ok(
          StripeRecords.list(
              "/v1/checkout/sessions",
              records.objects(
                  "checkout.session", s -> s.path("payment_intent").asString("").equals(intent)),
              false));
    }
    int slash = path.lastIndexOf('/');
    String id = path.substring(slash + 1);
    String collection = path.substring(0, Math.max(0, slash));
    if (collection.equals("events")) {
      return found(records.event(id), "event", id);
    }
    return Optional.ofNullable(TYPES.get(collection))
        .map(type -> found(records.object(type, id), type, id))
        .orElseGet(() -> StripeErrors.unknownUrl(request.method(), request.path()));
  }

  private Answer listEvents(EventQuery query) {
    List<JsonNode> matching =
        query.matching(records.eventsNewestFirst()).stream()
            .filter(event ->
                query.delivered().isEmpty()
                    || query.delivered().get() == records.isDelivered(EventQuery.id(event)))
            .toList();
    boolean hasMore = matching.size() > query.limit();
    List<JsonNode> page = hasMore ? matching.subList(0, query.limit()) : matching;
    return ok(StripeRecords.list("/v1/events", page, hasMore));
  }

  private static Answer.Reply found(Optional<JsonNode> object, String type, String id) {
    return object.map(StripeStandIn::ok).orElseGet(() -> StripeErrors.missing(type, id));
  }

  private static Answer.Reply ok(JsonNode body) {
    return Answer.json(200, StripeJson.write(body));
  }
}
