package io.octroi.platform.flutterwave;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.AccessTokens;
import io.octroi.platform.provider.Faults;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.Page;
import io.octroi.platform.provider.ProviderEvent;
import io.octroi.platform.provider.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flutterwave's fourth API for one machine: tokens, a charge, and their list. The token is fetched
 * under {@value #TOKEN}. What happens is told with {@link #charged} and its like.
 */
public final class FlutterwaveV4StandIn implements AutoCloseable {
  static final String TOKEN = "/realms/flutterwave/protocol/openid-connect/token";
  private static final int PAGE = 10;
  private static final int GREATEST_PAGE = 50;

  private final Settings settings;
  private final AccessTokens tokens;
  private final Shelf charges = new Shelf();
  private final LoopbackServer server;

  private FlutterwaveV4StandIn(Settings settings) {
    this.settings = settings;
    this.tokens = new AccessTokens(settings.tokenLifetime(), settings.clock(), settings.ids());
    this.server =
        LoopbackServer.start(
            "Flutterwave v4 stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   */
  public record Settings(
      int port,
      String clientId,
      String clientSecret,
      Duration tokenLifetime,
      Clock clock,
      Ids ids) {}

  public static FlutterwaveV4StandIn start(Settings settings) {
    return new FlutterwaveV4StandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, FlutterwaveErrors::fourth);
  }

  public AccessTokens tokens() {
    return tokens;
  }

  /** Money taken. */
  public ProviderEvent charged(FlutterwavePayment payment, Instant at) {
    return told(payment, "succeeded", at);
  }

  /** Money not taken. */
  public ProviderEvent failed(FlutterwavePayment payment, Instant at) {
    return told(payment, "failed", at);
  }

  /** Not yet decided: known to readers; nothing would be posted. */
  public void pending(FlutterwavePayment payment, Instant at) {
    charges.put(payment.id(), at, charge(payment, "pending", at));
  }

  @Override
  public void close() {
    server.close();
  }

  private ProviderEvent told(FlutterwavePayment payment, String status, Instant at) {
    ObjectNode charge = charge(payment, status, at);
    charges.put(payment.id(), at, charge);
    String id = "wbk_" + settings.ids().upper(20);
    ObjectNode event = Json.object().put("webhook_id", id).put("timestamp", at.toEpochMilli());
    event.put("type", "charge.completed").set("data", charge);
    return new ProviderEvent(id, "charge.completed", at, Json.write(event));
  }

  private static ObjectNode charge(FlutterwavePayment payment, String status, Instant at) {
    ObjectNode charge = Json.object();
    charge.put("id", payment.id()).put("amount", payment.amount());
    charge.put("currency", payment.currency()).put("status", status);
    charge.put("reference", payment.reference());
    charge.putObject("customer").put("id", "cus_1").put("email", payment.email());
    charge.putObject("payment_method").put("type", "mobile_money");
    boolean failed = status.equals("failed");
    charge
        .putObject("processor_response")
        .put("type", failed ? "insufficient_funds" : "approved")
        .put("code", failed ? "51" : "00");
    charge.putNull("redirect_url").putObject("meta").put("order_id", payment.reference());
    charge.put("created_datetime", at.truncatedTo(ChronoUnit.MILLIS).toString());
    return charge;
  }

  private Answer answer(RecordedRequest request) {
    if (request.path().equals(TOKEN)) {
      return token(request.formParameters());
    }
    if (!tokens.admits(request)) {
      return FlutterwaveErrors.fourth(401);
    }
    if (request.path().equals("/charges")) {
      return list(request.queryParameters());
    }
    return request.path().startsWith("/charges/")
        ? charges
            .find(request.path().substring("/charges/".length()))
            .map(FlutterwaveV4StandIn::fetched)
            .orElseGet(() -> FlutterwaveErrors.fourth(404))
        : FlutterwaveErrors.fourth(404);
  }

  private Answer token(Map<String, String> form) {
    if (!settings.clientId().equals(form.get("client_id"))
        || !settings.clientSecret().equals(form.get("client_secret"))
        || !"client_credentials".equals(form.get("grant_type"))) {
      return FlutterwaveErrors.wrongClient();
    }
    return ok(
        Json.object()
            .put("access_token", tokens.issue())
            .put("expires_in", tokens.lifetimeSeconds())
            .put("refresh_expires_in", 0)
            .put("token_type", "Bearer")
            .put("not-before-policy", 0)
            .put("scope", "profile email"));
  }

  private Answer list(Map<String, String> query) {
    try {
      Page page =
          ChargeList.page(
              charges,
              ChargeList.time(query, "from", Instant.MIN),
              ChargeList.time(query, "to", Instant.MAX),
              ChargeList.number(query, "page", 1),
              Math.clamp(ChargeList.number(query, "size", PAGE), PAGE, GREATEST_PAGE));
      return ok(ChargeList.answer(page, "Charges fetched"));
    } catch (DateTimeParseException | NumberFormatException e) {
      return FlutterwaveErrors.fourth(400);
    }
  }

  private static Answer.Reply fetched(ObjectNode charge) {
    ObjectNode body = Json.object().put("status", "success").put("message", "Charge fetched");
    body.set("data", charge);
    return ok(body);
  }

  private static Answer.Reply ok(JsonNode body) {
    return Answer.json(200, Json.write(body));
  }
}
