package io.octroi.platform.mtnmomo;

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
import tools.jackson.databind.node.ObjectNode;

/**
 * MTN MoMo Collections for one machine: tokens, and the state of a request to pay. What happens is
 * told with {@link #successful} and its like, which return the unsigned callback.
 */
public final class MtnMomoStandIn implements AutoCloseable {
  private static final String REQUESTS = "/collection/v1_0/requesttopay/";

  private final Settings settings;
  private final AccessTokens tokens;
  private final Shelf requests = new Shelf();
  private final LoopbackServer server;

  private MtnMomoStandIn(Settings settings) {
    this.settings = settings;
    this.tokens = new AccessTokens(settings.tokenLifetime(), settings.clock(), settings.ids());
    this.server =
        LoopbackServer.start("MTN MoMo stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param environment what X-Target-Environment has to say, such as sandbox
   */
  public record Settings(
      int port,
      String apiUser,
      String apiKey,
      String subscriptionKey,
      String environment,
      Duration tokenLifetime,
      Clock clock,
      Ids ids) {}

  public static MtnMomoStandIn start(Settings settings) {
    return new MtnMomoStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, MtnMomoStandIn::error);
  }

  public AccessTokens tokens() {
    return tokens;
  }

  /** The payer has not yet decided; no callback. */
  public void pending(MomoPayment payment, Instant at) {
    requests.put(payment.referenceId(), at, request(payment, "PENDING"));
  }

  /** Money taken. */
  public SignedWebhook successful(MomoPayment payment, Instant at) {
    ObjectNode request = request(payment, "SUCCESSFUL");
    request.put("financialTransactionId", Long.toString(settings.ids().number()));
    requests.put(payment.referenceId(), at, request);
    return callback(request);
  }

  /**
   * Money not taken.
   *
   * @param reason such as APPROVAL_REJECTED or NOT_ENOUGH_FUNDS
   */
  public SignedWebhook failed(MomoPayment payment, String reason, Instant at) {
    ObjectNode known = request(payment, "FAILED");
    known.putObject("reason").put("code", reason).put("message", "Not carried out");
    requests.put(payment.referenceId(), at, known);
    return callback(request(payment, "FAILED").put("reason", reason));
  }

  /** What anyone could post: a callback about something that did not happen. */
  public SignedWebhook forged(MomoPayment payment) {
    return callback(request(payment, "SUCCESSFUL").put("financialTransactionId", "1"));
  }

  @Override
  public void close() {
    server.close();
  }

  private static SignedWebhook callback(ObjectNode request) {
    return SignedWebhook.json(Json.write(request).getBytes(StandardCharsets.UTF_8))
        .withMethod("PUT");
  }

  private static ObjectNode request(MomoPayment payment, String status) {
    ObjectNode request = Json.object().put("externalId", payment.externalId());
    request.put("amount", Long.toString(payment.amount())).put("currency", payment.currency());
    request.putObject("payer").put("partyIdType", "MSISDN").put("partyId", payment.payer());
    request.put("payerMessage", "Abonnement").put("payeeNote", payment.externalId());
    return request.put("status", status);
  }

  private Answer answer(RecordedRequest request) {
    boolean subscribed =
        request
            .header("ocp-apim-subscription-key")
            .filter(settings.subscriptionKey()::equals)
            .isPresent();
    if (!subscribed) {
      return unsubscribed();
    }
    if (request.path().equals("/collection/token/")) {
      return token(request);
    }
    if (!tokens.admits(request)) {
      return error(401);
    }
    if (request.header("x-target-environment").filter(settings.environment()::equals).isEmpty()) {
      return error(400);
    }
    return request.path().startsWith(REQUESTS)
        ? requests
            .find(request.path().substring(REQUESTS.length()))
            .map(found -> Answer.json(200, Json.write(found)))
            .orElseGet(() -> error(404))
        : error(404);
  }

  private Answer token(RecordedRequest request) {
    if (!AccessTokens.basic(request, settings.apiUser(), settings.apiKey())) {
      return Answer.json(401, Json.write(Json.object().put("error", "login_failed")));
    }
    return Answer.json(
        200,
        Json.write(
            Json.object()
                .put("access_token", tokens.issue())
                .put("token_type", "access_token")
                .put("expires_in", tokens.lifetimeSeconds())));
  }

  private static Answer.Reply unsubscribed() {
    return Answer.json(
        401,
        Json.write(
            Json.object()
                .put("statusCode", 401)
                .put("message", "Access denied due to invalid subscription key.")));
  }

  private static Answer.Reply error(int status) {
    return switch (status) {
      case 400 -> coded(400, "NOT_ALLOWED_TARGET_ENVIRONMENT", "Access to target is forbidden.");
      case 401 -> Answer.json(401, Json.write(Json.object().put("error", "invalid_token")));
      case 404 -> coded(404, "RESOURCE_NOT_FOUND", "Requested resource was not found.");
      case 429 -> coded(429, "TOO_MANY_REQUESTS", "Rate limit is exceeded.");
      case 503 -> coded(503, "SERVICE_UNAVAILABLE", "Service temporarily unavailable.");
      default -> coded(status, "INTERNAL_PROCESSING_ERROR", "An internal error occurred.");
    };
  }

  private static Answer.Reply coded(int status, String code, String message) {
    return Answer.json(status, Json.write(Json.object().put("code", code).put("message", message)));
  }
}
