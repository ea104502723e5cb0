package io.octroi.platform.paypal;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.AccessTokens;
import io.octroi.platform.provider.Faults;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.ProviderEvent;
import io.octroi.platform.provider.Refusal;
import io.octroi.platform.provider.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PayPal's API for one machine, as far as the system reads it: tokens, events, captures, sales,
 * refunds, subscriptions, disputes. What happens is told with {@link #captured} and its like, which
 * make object and event known but post nothing.
 */
public final class PayPalStandIn implements AutoCloseable {
  private static final String EVENTS = "/v1/notifications/webhooks-events";

  private final Settings settings;
  private final AccessTokens tokens;
  private final Shelf objects = new Shelf();
  private final Shelf events = new Shelf();
  private final LoopbackServer server;
  private Optional<PayPalWebhooks> webhooks = Optional.empty();

  private PayPalStandIn(Settings settings) {
    this.settings = settings;
    this.tokens = new AccessTokens(settings.tokenLifetime(), settings.clock(), settings.ids());
    this.server =
        LoopbackServer.start(
            "PayPal stand-in", settings.port(), settings.clock(), Refusal.answering(this::answer));
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param webhookId the registration that deliveries are signed for
   */
  public record Settings(
      int port,
      String clientId,
      String clientSecret,
      String webhookId,
      Duration tokenLifetime,
      Clock clock,
      Ids ids) {}

  public static PayPalStandIn start(Settings settings) {
    return new PayPalStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, PayPalErrors::of);
  }

  public AccessTokens tokens() {
    return tokens;
  }

  /** Signs deliveries; their certificate is this stand-in's own. */
  public synchronized PayPalWebhooks webhooks() {
    // Made when first asked for: keys take a second.
    PayPalWebhooks made = webhooks.orElseGet(this::newWebhooks);
    webhooks = Optional.of(made);
    return made;
  }

  /** Money taken. */
  public ProviderEvent captured(PayPalPayment payment, Instant at) {
    return capture(payment, "COMPLETED", at);
  }

  /**
   * A capture in any state.
   *
   * @param status COMPLETED, PENDING, DECLINED, DENIED
   */
  public ProviderEvent capture(PayPalPayment payment, String status, Instant at) {
    ObjectNode capture = PayPalObjects.capture(payment, status, at);
    put("/v2/payments/captures/" + payment.capture(), capture, at);
    return event("PAYMENT.CAPTURE." + status, "capture", capture, at);
  }

  /**
   * Money given back.
   *
   * @param value of this refund
   * @param total of all refunds so far, this one included
   */
  public ProviderEvent refunded(PayPalPayment payment, String value, String total, Instant at) {
    String id = settings.ids().upper(17);
    ObjectNode refund = PayPalObjects.refund(payment, id, value, total, at);
    put("/v2/payments/refunds/" + id, refund, at);
    boolean whole = total.equals(payment.value());
    objects.change(
        "/v2/payments/captures/" + payment.capture(),
        capture -> capture.put("status", whole ? "REFUNDED" : "PARTIALLY_REFUNDED"));
    return event("PAYMENT.CAPTURE.REFUNDED", "refund", refund, at);
  }

  /** A subscription was charged. */
  public ProviderEvent sold(PayPalPayment payment, String agreement, Instant at) {
    ObjectNode sale = PayPalObjects.sale(payment, agreement, at);
    put("/v1/payments/sale/" + payment.capture(), sale, at);
    return event("PAYMENT.SALE.COMPLETED", "sale", sale, at);
  }

  /**
   * A subscription changed.
   *
   * @param change as in the event's type, such as ACTIVATED, CANCELLED, PAYMENT.FAILED
   * @param status as in the object, such as ACTIVE
   */
  public ProviderEvent subscription(
      String id, String change, String status, String customId, Instant at) {
    ObjectNode subscription = PayPalObjects.subscription(id, status, customId, at);
    put("/v1/billing/subscriptions/" + id, subscription, at);
    return event("BILLING.SUBSCRIPTION." + change, "subscription", subscription, at);
  }

  public ProviderEvent disputed(PayPalPayment payment, String dispute, Instant at) {
    ObjectNode object = PayPalObjects.dispute(payment, dispute, "OPEN", at);
    put("/v1/customer/disputes/" + dispute, object, at);
    return event("CUSTOMER.DISPUTE.CREATED", "dispute", object, at);
  }

  /**
   * PayPal has decided.
   *
   * @param outcome such as RESOLVED_BUYER_FAVOUR or RESOLVED_SELLER_FAVOUR
   */
  public ProviderEvent disputeResolved(
      PayPalPayment payment, String dispute, String outcome, Instant at) {
    ObjectNode object = PayPalObjects.dispute(payment, dispute, "RESOLVED", at);
    object.withObject("dispute_outcome").put("outcome_code", outcome);
    put("/v1/customer/disputes/" + dispute, object, at);
    return event("CUSTOMER.DISPUTE.RESOLVED", "dispute", object, at);
  }

  /** Any event around any resource, known to whoever lists events. */
  public ProviderEvent event(String type, String resourceType, ObjectNode resource, Instant at) {
    String id = "WH-" + settings.ids().upper(17) + "-" + settings.ids().upper(17);
    ObjectNode event = Json.object();
    event.put("id", id).put("event_version", "1.0");
    event.put("create_time", at.truncatedTo(ChronoUnit.MILLIS).toString());
    event.put("resource_type", resourceType).put("resource_version", "2.0");
    event.put("event_type", type).put("summary", type);
    event.set("resource", resource.deepCopy());
    PayPalObjects.link(event, "self", EVENTS + "/" + id);
    events.put(id, at, event);
    return new ProviderEvent(id, type, at, Json.write(event));
  }

  /** Makes any object known under a path of the API. */
  public void put(String path, ObjectNode object, Instant at) {
    objects.put(path, at, object);
  }

  @Override
  public void close() {
    server.close();
  }

  private PayPalWebhooks newWebhooks() {
    return PayPalWebhooks.create(
        settings.webhookId(),
        "https://api.paypal.com/v1/notifications/certs/CERT-" + settings.ids().hex(8),
        settings.clock().instant());
  }

  private Answer answer(RecordedRequest request) {
    String path = request.path();
    if (path.equals("/v1/oauth2/token")) {
      return token(request);
    }
    if (!tokens.admits(request)) {
      return PayPalErrors.wrongToken();
    }
    if (path.equals("/v1/notifications/verify-webhook-signature")) {
      boolean ok = webhooks().verify(Transmission.of(request.body(), request.bodyText()));
      return ok(Json.object().put("verification_status", ok ? "SUCCESS" : "FAILURE"));
    }
    if (path.equals(EVENTS)) {
      return list(request);
    }
    return found(
        path.startsWith(EVENTS + "/")
            ? events.find(path.substring(EVENTS.length() + 1))
            : objects.find(path));
  }

  private Answer token(RecordedRequest request) {
    if (!AccessTokens.basic(request, settings.clientId(), settings.clientSecret())) {
      return PayPalErrors.wrongClient();
    }
    if (!"client_credentials".equals(request.formParameters().get("grant_type"))) {
      return PayPalErrors.wrongGrant();
    }
    return ok(
        Json.object()
            .put("scope", "https://uri.paypal.com/services/applications/webhooks")
            .put("access_token", tokens.issue())
            .put("token_type", "Bearer")
            .put("app_id", "APP-80W284485P519543T")
            .put("expires_in", tokens.lifetimeSeconds()));
  }

  private Answer list(RecordedRequest request) {
    try {
      return ok(new EventList(request.queryParameters(), uri()).of(events));
    } catch (IllegalArgumentException e) {
      return PayPalErrors.of(400);
    }
  }

  private static Answer found(Optional<ObjectNode> object) {
    return object.<Answer>map(PayPalStandIn::ok).orElseGet(() -> PayPalErrors.of(404));
  }

  private static Answer.Reply ok(JsonNode body) {
    return Answer.json(200, Json.write(body));
  }
}
