package io.octroi.platform.orangemoney;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.AccessTokens;
import io.octroi.platform.provider.Faults;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.Shelf;
import io.octroi.platform.provider.SignedWebhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orange Money Web Payment for one machine: tokens, and the state of an order. What happens is told
 * with {@link #succeeded} and its like, which return the unsigned notification.
 */
public final class OrangeMoneyStandIn implements AutoCloseable {
  private final Settings settings;
  private final AccessTokens tokens;
  private final Shelf orders = new Shelf();
  private final LoopbackServer server;

  private OrangeMoneyStandIn(Settings settings) {
    this.settings = settings;
    this.tokens = new AccessTokens(settings.tokenLifetime(), settings.clock(), settings.ids());
    this.server =
        LoopbackServer.start(
            "Orange Money stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param environment part of the path: dev, or a country such as ci
   */
  public record Settings(
      int port,
      String clientId,
      String clientSecret,
      String environment,
      Duration tokenLifetime,
      Clock clock,
      Ids ids) {}

  public static OrangeMoneyStandIn start(Settings settings) {
    return new OrangeMoneyStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, OrangeMoneyStandIn::error);
  }

  public AccessTokens tokens() {
    return tokens;
  }

  /** The payer has not yet decided; no notification. */
  public void pending(OrangePayment payment, Instant at) {
    told(payment, "PENDING", "", at);
  }

  /** Ten minutes went by; no notification. */
  public void expired(OrangePayment payment, Instant at) {
    told(payment, "EXPIRED", "", at);
  }

  /** Money taken. */
  public SignedWebhook succeeded(OrangePayment payment, Instant at) {
    return told(payment, "SUCCESS", "MP" + settings.ids().number(), at);
  }

  /** Money not taken. */
  public SignedWebhook failed(OrangePayment payment, Instant at) {
    return told(payment, "FAILED", "", at);
  }

  /** A notification as anyone could post it, with any token. */
  public static SignedWebhook notification(String status, String notifToken, String txnId) {
    ObjectNode body = Json.object().put("status", status);
    body.put("notif_token", notifToken).put("txnid", txnId);
    return SignedWebhook.json(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }

  private SignedWebhook told(OrangePayment payment, String status, String txnId, Instant at) {
    ObjectNode order = Json.object().put("status", status).put("order_id", payment.order());
    order.put("txnid", txnId).put("amount", payment.amount());
    orders.put(payment.order(), at, order.put("pay_token", payment.payToken()));
    return notification(status, payment.notifToken(), txnId);
  }

  private Answer answer(RecordedRequest request) {
    if (request.path().equals("/oauth/v3/token")) {
      return token(request);
    }
    if (!tokens.admits(request)) {
      return error(401);
    }
    if (!request
        .path()
        .equals("/orange-money-webpay/" + settings.environment() + "/v1/transactionstatus")) {
      return error(404);
    }
    JsonNode asked = Json.read(request.bodyText());
    return orders
        .find(asked.path("order_id").asString(""))
        .filter(order -> same(order, asked))
        .map(OrangeMoneyStandIn::status)
        .orElseGet(() -> error(404));
  }

  private static boolean same(ObjectNode order, JsonNode asked) {
    return order.path("pay_token").asString().equals(asked.path("pay_token").asString(""))
        && order.path("amount").asLong() == asked.path("amount").asLong(-1);
  }

  private static Answer.Reply status(ObjectNode order) {
    ObjectNode body = Json.object().put("status", order.path("status").asString());
    body.put("order_id", order.path("order_id").asString());
    return Answer.json(201, Json.write(body.put("txnid", order.path("txnid").asString())));
  }

  private Answer token(RecordedRequest request) {
    if (!AccessTokens.basic(request, settings.clientId(), settings.clientSecret())) {
      return Answer.json(
          401,
          Json.write(
              Json.object()
                  .put("error", "invalid_client")
                  .put("error_description", "The client credentials are invalid")));
    }
    return Answer.json(
        200,
        Json.write(
            Json.object()
                .put("token_type", "Bearer")
                .put("access_token", tokens.issue())
                .put("expires_in", tokens.lifetimeSeconds())));
  }

  private static Answer.Reply error(int status) {
    return switch (status) {
      case 400 -> coded(400, 22, "Invalid parameter");
      case 401 -> coded(401, 42, "Expired credentials");
      case 404 -> coded(404, 60, "Resource not found");
      case 429 -> coded(429, 53, "Too many requests");
      case 503 -> coded(503, 5, "The service is temporarily unavailable");
      default -> coded(status, 1, "Internal error");
    };
  }

  private static Answer.Reply coded(int status, int code, String message) {
    return Answer.json(
        status,
        Json.write(
            Json.object().put("code", code).put("message", message).put("description", message)));
  }
}
