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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flutterwave's third API for one machine: verification of a transaction, and their list. What
 * happens is told with {@link #charged} and its like.
 */
public final class FlutterwaveV3StandIn implements AutoCloseable {
  private static final Pattern VERIFY = Pattern.compile("/v3/transactions/([0-9]+)/verify");
  private static final int PAGE = 10;

  private final Settings settings;
  private final Shelf charges = new Shelf();
  private final LoopbackServer server;

  private FlutterwaveV3StandIn(Settings settings) {
    this.settings = settings;
    this.server =
        LoopbackServer.start(
            "Flutterwave v3 stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param secretKey the one key it accepts
   */
  public record Settings(int port, String secretKey, Clock clock, Ids ids) {}

  public static FlutterwaveV3StandIn start(Settings settings) {
    return new FlutterwaveV3StandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, FlutterwaveErrors::third);
  }

  /** Money taken. */
  public ProviderEvent charged(FlutterwavePayment payment, Instant at) {
    return told(payment, "successful", at);
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
    ObjectNode event = Json.object().put("event", "charge.completed");
    event.set("data", charge);
    event.put("event.type", "MOBILE_MONEY_FRANCO_TRANSACTION");
    return new ProviderEvent("", "charge.completed", at, Json.write(event));
  }

  private ObjectNode charge(FlutterwavePayment payment, String status, Instant at) {
    ObjectNode charge = Json.object();
    charge.put("id", Long.parseLong(payment.id())).put("tx_ref", payment.reference());
    charge.put("flw_ref", "FLW" + payment.id()).put("amount", payment.amount());
    charge.put("currency", payment.currency()).put("charged_amount", payment.amount());
    charge.put("app_fee", 0).put("merchant_fee", 0);
    boolean failed = status.equals("failed");
    charge.put("processor_response", failed ? "Insufficient Fund" : "Approved");
    charge.put("status", status).put("payment_type", "mobilemoneyfranco");
    charge.put("created_at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    charge.putObject("customer").put("id", 1).put("email", payment.email());
    return charge;
  }

  private Answer answer(RecordedRequest request) {
    if (!AccessTokens.bearer(request, settings.secretKey())) {
      return FlutterwaveErrors.third(401);
    }
    if (request.path().equals("/v3/transactions")) {
      return list(request.queryParameters());
    }
    Matcher verify = VERIFY.matcher(request.path());
    if (!verify.matches()) {
      return FlutterwaveErrors.third(404);
    }
    return charges
        .find(verify.group(1))
        .map(FlutterwaveV3StandIn::fetched)
        .orElseGet(() -> FlutterwaveErrors.third(400));
  }

  private Answer list(Map<String, String> query) {
    try {
      Page page =
          ChargeList.page(
              charges,
              ChargeList.day(query, "from", Instant.MIN),
              ChargeList.day(query, "to", Instant.MAX),
              ChargeList.number(query, "page", 1),
              PAGE);
      return Answer.json(200, Json.write(ChargeList.answer(page, "Transactions fetched")));
    } catch (DateTimeParseException | NumberFormatException e) {
      return FlutterwaveErrors.third(400);
    }
  }

  private static Answer.Reply fetched(ObjectNode charge) {
    ObjectNode body = Json.object().put("status", "success");
    body.put("message", "Transaction fetched successfully").set("data", charge);
    return Answer.json(200, Json.write(body));
  }
}
