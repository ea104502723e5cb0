package io.octroi.platform.cinetpay;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.provider.Faults;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CinetPay's payment check for one machine. What happens is told with {@link #accepted} and its
 * like, which return the form fields of the notification.
 */
public final class CinetPayStandIn implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final Shelf payments = new Shelf();
  private final LoopbackServer server;

  private CinetPayStandIn(Settings settings) {
    this.settings = settings;
    this.server =
        LoopbackServer.start("CinetPay stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param apiKey the one key it accepts, for this site
   */
  public record Settings(int port, String apiKey, String siteId, Clock clock, Ids ids) {}

  public static CinetPayStandIn start(Settings settings) {
    return new CinetPayStandIn(settings);
  }

  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  public Faults faults() {
    return new Faults(server, CinetPayStandIn::error);
  }

  /** The customer has not yet decided. */
  public SequencedMap<String, String> pending(CinetPayPayment payment, Instant at) {
    return told(payment, new State("662", "WAITING_CUSTOMER_PAYMENT", "PENDING"), at);
  }

  /** Money taken. */
  public SequencedMap<String, String> accepted(CinetPayPayment payment, Instant at) {
    return told(payment, new State("00", "SUCCES", "ACCEPTED"), at);
  }

  /** The customer said no, or could not. */
  public SequencedMap<String, String> refused(CinetPayPayment payment, Instant at) {
    return told(payment, new State("627", "TRANSACTION_CANCEL", "REFUSED"), at);
  }

  @Override
  public void close() {
    server.close();
  }

  private record State(String code, String message, String status) {}

  private SequencedMap<String, String> told(CinetPayPayment payment, State state, Instant at) {
    boolean decided = !state.status().equals("PENDING");
    ObjectNode body = Json.object().put("code", state.code()).put("message", state.message());
    ObjectNode data = body.putObject("data");
    data.put("amount", Long.toString(payment.amount())).put("currency", payment.currency());
    data.put("status", state.status()).put("payment_method", decided ? "OM" : "");
    data.put("description", "Abonnement").put("metadata", payment.custom());
    if (state.code().equals("00")) {
      data.put("operator_id", "MP" + settings.ids().number());
    } else {
      data.putNull("operator_id");
    }
    data.put("payment_date", decided ? TIME.format(at) : "");
    body.put("api_response_id", at.getEpochSecond() + ".0001");
    payments.put(payment.transaction(), at, body);
    return fields(payment, state, at);
  }

  private SequencedMap<String, String> fields(CinetPayPayment payment, State state, Instant at) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("cpm_site_id", settings.siteId());
    fields.put("cpm_trans_id", payment.transaction());
    fields.put("cpm_trans_date", TIME.format(at));
    fields.put("cpm_amount", Long.toString(payment.amount()));
    fields.put("cpm_currency", payment.currency());
    fields.put("signature", settings.ids().hex(64));
    fields.put("payment_method", "OM");
    fields.put("cel_phone_num", "0700000000");
    fields.put("cpm_phone_prefixe", "225");
    fields.put("cpm_language", "fr");
    fields.put("cpm_version", "V4");
    fields.put("cpm_payment_config", "SINGLE");
    fields.put("cpm_page_action", "PAYMENT");
    fields.put("cpm_custom", payment.custom());
    fields.put("cpm_designation", "Abonnement");
    fields.put("cpm_error_message", state.message());
    return fields;
  }

  private Answer answer(RecordedRequest request) {
    if (!request.path().equals("/v2/payment/check") || !request.method().equals("POST")) {
      return error(404);
    }
    JsonNode asked = Json.read(request.bodyText());
    if (!asked.path("apikey").asString("").equals(settings.apiKey())) {
      return error(401);
    }
    if (!asked.path("site_id").asString("").equals(settings.siteId())) {
      return refusal(400, "613", "ERROR_SITE_ID_NOTVALID");
    }
    return payments
        .find(asked.path("transaction_id").asString(""))
        .map(found -> Answer.json(200, Json.write(found)))
        .orElseGet(() -> error(404));
  }

  private static Answer.Reply error(int status) {
    return switch (status) {
      case 400 -> refusal(400, "608", "MINIMUM_REQUIRED_FIELDS");
      case 401 -> refusal(401, "609", "AUTH_NOT_FOUND");
      case 404 -> refusal(404, "624", "TRANSACTION_NOT_FOUND");
      case 429 -> refusal(429, "429", "TOO_MANY_REQUESTS");
      default -> refusal(status, "624", "PROCESSING_ERROR");
    };
  }

  private static Answer.Reply refusal(int status, String code, String message) {
    ObjectNode body = Json.object().put("code", code).put("message", message);
    body.put("description", "The request cannot be served").putArray("data");
    body.put("api_response_id", "1.0000");
    return Answer.json(status, Json.write(body));
  }
}
