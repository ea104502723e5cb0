package io.octroi.platform.hyperpay;

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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OPPWA's query API for one machine: one transaction, those of an order, and those of a time. What
 * happens is told with {@link #debited} and its like.
 */
public final class HyperPayStandIn implements AutoCloseable {
  private static final String QUERY = "/v1/query";
  private static final int PAGE = 20;
  private static final int GREATEST_PAGE = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxx", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final Shelf transactions = new Shelf();
  private final LoopbackServer server;

  private HyperPayStandIn(Settings settings) {
    this.settings = settings;
    this.server =
        LoopbackServer.start("HyperPay stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param accessToken the one token it accepts, for this entity
   */
  public record Settings(int port, String entityId, String accessToken, Clock clock, Ids ids) {}

  public static HyperPayStandIn start(Settings settings) {
    return new HyperPayStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, HyperPayErrors::of);
  }

  /** Money taken. */
  public ProviderEvent debited(HyperPayPayment payment, Instant at) {
    return debit(payment, "000.000.000", at);
  }

  /**
   * A debit with any result.
   *
   * @param code such as 000.200.000 (pending) or 800.100.155 (rejected)
   */
  public ProviderEvent debit(HyperPayPayment payment, String code, Instant at) {
    return told(transaction(payment, payment.id(), "DB", payment.amount(), code, at), at);
  }

  /** Money given back by us. */
  public ProviderEvent refunded(HyperPayPayment payment, String amount, Instant at) {
    return referring(payment, "RF", amount, at);
  }

  /** Money taken back by the bank. */
  public ProviderEvent chargedBack(HyperPayPayment payment, Instant at) {
    return referring(payment, "CB", payment.amount(), at);
  }

  /** Any notification around any object; makes nothing known to readers of the API. */
  public ProviderEvent event(String type, ObjectNode payload, Instant at) {
    ObjectNode event = Json.object().put("type", type);
    event.set("payload", payload);
    return new ProviderEvent("", type, at, Json.write(event));
  }

  @Override
  public void close() {
    server.close();
  }

  private ProviderEvent referring(HyperPayPayment payment, String type, String amount, Instant at) {
    String id = "8ac7" + settings.ids().hex(28);
    ObjectNode transaction = transaction(payment, id, type, amount, "000.000.000", at);
    return told(transaction.put("referencedId", payment.id()), at);
  }

  private ProviderEvent told(ObjectNode transaction, Instant at) {
    transactions.put(transaction.path("id").asString(), at, transaction);
    return event("PAYMENT", transaction, at);
  }

  private ObjectNode transaction(
      HyperPayPayment payment, String id, String type, String amount, String code, Instant at) {
    ObjectNode object = Json.object().put("id", id).put("paymentType", type);
    object.put("paymentBrand", "MADA").put("amount", amount);
    object.put("currency", payment.currency()).put("presentationAmount", amount);
    object.put("presentationCurrency", payment.currency());
    object.put("merchantTransactionId", payment.merchantTransactionId());
    boolean good = code.startsWith("000.000.");
    object.set("result", HyperPayErrors.result(code, good ? "Transaction succeeded" : "As coded"));
    object.putObject("authentication").put("entityId", settings.entityId());
    object.putObject("customParameters").put("order_id", payment.merchantTransactionId());
    object.put("timestamp", STAMP.format(at)).put("ndc", payment.ndc());
    return object.put("source", "SYSTEM").put("paymentMethod", "CC");
  }

  private Answer answer(RecordedRequest request) {
    if (!AccessTokens.bearer(request, settings.accessToken())) {
      return HyperPayErrors.of(401);
    }
    Map<String, String> query = request.queryParameters();
    if (!query.containsKey("entityId")) {
      return HyperPayErrors.of(400);
    }
    if (!settings.entityId().equals(query.get("entityId"))) {
      return HyperPayErrors.of(403);
    }
    if (request.path().startsWith(QUERY + "/")) {
      return transactions
          .find(request.path().substring(QUERY.length() + 1))
          .map(found -> Answer.json(200, Json.write(found)))
          .orElseGet(() -> HyperPayErrors.of(404));
    }
    if (!request.path().equals(QUERY)) {
      return HyperPayErrors.of(404);
    }
    return query.containsKey("merchantTransactionId")
        ? ofOrder(query.get("merchantTransactionId"))
        : ofTime(query);
  }

  private Answer ofOrder(String order) {
    List<ObjectNode> found =
        transactions.where(
            transaction -> transaction.path("merchantTransactionId").asString().equals(order));
    return found.isEmpty() ? HyperPayErrors.of(404) : listed("payments", found, 0);
  }

  private Answer ofTime(Map<String, String> query) {
    try {
      int size = Integer.parseInt(query.getOrDefault("limit", Integer.toString(PAGE)));
      Page page =
          Page.of(
              transactions.between(time(query, "date.from"), time(query, "date.to")),
              Integer.parseInt(query.getOrDefault("pageNo", "1")),
              Math.clamp(size, 1, GREATEST_PAGE));
      return listed("records", page.items(), page.count());
    } catch (DateTimeParseException | NumberFormatException e) {
      return HyperPayErrors.of(400);
    }
  }

  private static Answer.Reply listed(String name, List<ObjectNode> found, int pages) {
    ObjectNode body = Json.object();
    body.set("result", HyperPayErrors.result("000.000.100", "successful request"));
    if (pages > 0) {
      body.put("pages", pages);
    }
    ArrayNode list = body.putArray(name);
    found.forEach(list::add);
    return Answer.json(200, Json.write(body));
  }

  private static Instant time(Map<String, String> query, String name) {
    return LocalDateTime.parse(query.getOrDefault(name, ""), TIME).toInstant(ZoneOffset.UTC);
  }
}
