package io.octroi.platform.paystack;

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
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Paystack's API for one machine, as far as the system reads it: verification of a transaction, and
 * the lists of transactions, refunds and disputes. What happens is told with {@link #charged} and
 * its like.
 */
public final class PaystackStandIn implements AutoCloseable {
  private static final String VERIFY = "/transaction/verify/";
  private static final String REFUND = "/refund/";
  private static final String DISPUTE = "/dispute/";
  private static final int PAGE = 50;
  private static final int GREATEST_PAGE = 100;

  private final Settings settings;
  private final Shelf transactions = new Shelf();
  private final Shelf refunds = new Shelf();
  private final Shelf disputes = new Shelf();
  private final LoopbackServer server;

  private PaystackStandIn(Settings settings) {
    this.settings = settings;
    this.server =
        LoopbackServer.start("Paystack stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param secretKey the one key it accepts
   */
  public record Settings(int port, String secretKey, Clock clock, Ids ids) {}

  public static PaystackStandIn start(Settings settings) {
    return new PaystackStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, PaystackStandIn::error);
  }

  /** Money taken. */
  public ProviderEvent charged(PaystackPayment payment, Instant at) {
    ObjectNode transaction = transaction(payment, "success", at);
    return event("charge.success", transaction, at);
  }

  /** Money not taken: known to readers; nothing is posted about that. */
  public void failed(PaystackPayment payment, Instant at) {
    transaction(payment, "failed", at);
  }

  /**
   * Money given back.
   *
   * @param amount of this refund, in minor units
   */
  public ProviderEvent refunded(PaystackPayment payment, long amount, Instant at) {
    long id = settings.ids().number();
    refunds.put(Long.toString(id), at, PaystackObjects.refund(payment, id, amount, at));
    return event("refund.processed", PaystackObjects.refundNotice(payment, id, amount), at);
  }

  /** Money on its way back: known to readers; nothing is posted before {@link #refundEnded}. */
  public long refundBegun(PaystackPayment payment, long amount, Instant at) {
    long id = settings.ids().number();
    ObjectNode refund = PaystackObjects.refund(payment, id, amount, at);
    refunds.put(Long.toString(id), at, refund.put("status", "pending").putNull("refunded_at"));
    return id;
  }

  /**
   * A refund that was begun has ended.
   *
   * @param status processed or failed
   */
  public void refundEnded(long id, String status) {
    refunds.change(Long.toString(id), refund -> refund.put("status", status));
  }

  public ProviderEvent disputed(PaystackPayment payment, long dispute, Instant at) {
    return dispute("charge.dispute.create", payment, dispute, "", at);
  }

  /**
   * The bank has decided.
   *
   * @param resolution such as merchant-accepted (lost) or declined (won)
   */
  public ProviderEvent disputeResolved(
      PaystackPayment payment, long dispute, String resolution, Instant at) {
    return dispute("charge.dispute.resolve", payment, dispute, resolution, at);
  }

  /** Any event around any object; makes nothing known to readers of the API. */
  public ProviderEvent event(String type, ObjectNode data, Instant at) {
    ObjectNode event = Json.object().put("event", type);
    event.set("data", data);
    return new ProviderEvent("", type, at, Json.write(event));
  }

  @Override
  public void close() {
    server.close();
  }

  private ObjectNode transaction(PaystackPayment payment, String status, Instant at) {
    ObjectNode transaction = PaystackObjects.transaction(payment, status, at);
    transactions.put(payment.reference(), at, transaction);
    return transaction;
  }

  private ProviderEvent dispute(
      String type, PaystackPayment payment, long id, String resolution, Instant at) {
    ObjectNode dispute = PaystackObjects.dispute(payment, id, resolution, at);
    disputes.put(Long.toString(id), at, dispute);
    return event(type, dispute, at);
  }

  private Answer answer(RecordedRequest request) {
    if (!AccessTokens.bearer(request, settings.secretKey())) {
      return error(401);
    }
    if (request.path().startsWith(VERIFY)) {
      return transactions
          .find(request.path().substring(VERIFY.length()))
          .map(found -> ok("Verification successful", found))
          .orElseGet(() -> error(404));
    }
    if (request.path().startsWith(REFUND) || request.path().startsWith(DISPUTE)) {
      boolean refund = request.path().startsWith(REFUND);
      return (refund ? refunds : disputes)
          .find(request.path().substring(refund ? REFUND.length() : DISPUTE.length()))
          .map(found -> ok("Retrieved", found))
          .orElseGet(() -> error(404));
    }
    Map<String, String> query = request.queryParameters();
    return switch (request.path()) {
      case "/transaction" -> list(transactions, "Transactions retrieved", query);
      case "/refund" -> list(refunds, "Refunds retrieved", query);
      case "/dispute" -> list(disputes, "Disputes retrieved", query);
      default -> error(404);
    };
  }

  private static Answer.Reply list(Shelf shelf, String message, Map<String, String> query) {
    try {
      int size = Integer.parseInt(query.getOrDefault("perPage", Integer.toString(PAGE)));
      Page page =
          Page.of(
              shelf
                  .between(time(query, "from", Instant.MIN), time(query, "to", Instant.MAX))
                  .reversed(),
              Integer.parseInt(query.getOrDefault("page", "1")),
              Math.clamp(size, 1, GREATEST_PAGE));
      ObjectNode body = Json.object().put("status", true).put("message", message);
      ArrayNode data = body.putArray("data");
      page.items().forEach(data::add);
      body.putObject("meta")
          .put("total", page.total())
          .put("skipped", (page.number() - 1) * page.size())
          .put("perPage", page.size())
          .put("page", page.number())
          .put("pageCount", page.count());
      return Answer.json(200, Json.write(body));
    } catch (DateTimeParseException | NumberFormatException e) {
      return error(400);
    }
  }

  private static Instant time(Map<String, String> query, String name, Instant otherwise) {
    return query.containsKey(name) ? Instant.parse(query.get(name)) : otherwise;
  }

  private static Answer.Reply ok(String message, ObjectNode data) {
    ObjectNode body = Json.object().put("status", true).put("message", message);
    body.set("data", data);
    return Answer.json(200, Json.write(body));
  }

  private static Answer.Reply error(int status) {
    String message =
        switch (status) {
          case 400 -> "Invalid date range or page";
          case 401 -> "Invalid key";
          case 404 -> "Transaction reference not found";
          case 429 -> "You have exceeded the number of requests allowed";
          default -> "An error occurred";
        };
    return Answer.json(
        status, Json.write(Json.object().put("status", false).put("message", message)));
  }
}
