package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * HyperPay's transactions, {@code GET /v1/query} over a time. The account must be set to UTC. Its
 * credentials are {@code access_token} and {@code entity_id}.
 */
final class HyperPaySource implements EventSource {
  static final String PROVIDER = "hyperpay";
  private static final String KIND = "payment";
  private static final String QUERY = "/v1/query";
  private static final DateTimeFormatter ASKED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SAID =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]xx", Locale.ROOT);
  private static final Set<String> DEBITS = Set.of("DB", "CP");

  /** Result codes after which the outcome is still to come, or not known. */
  private static final Pattern OPEN =
      Pattern.compile(
          "000\\.200.*|800\\.400\\.5.*|100\\.400\\.500|900\\.[1234]00.*|000\\.400\\.030"
              + "|999\\.999\\.999");

  private final Listing api;
  private final Fetched fetched;
  private final int pageSize;

  HyperPaySource(Listing api, Fetched fetched, int pageSize) {
    this.api = api;
    this.fetched = fetched;
    this.pageSize = pageSize;
  }

  @Override
  public Page page(Window window, String cursor) {
    int number = cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
    Optional<JsonNode> answer =
        api.findAs(credentials ->
            ListPath.of(QUERY)
                .with("entityId", credentials.text("entity_id"))
                .with("date.from", ASKED.format(window.from()))
                .with("date.to", ASKED.format(window.to()))
                .with("limit", pageSize)
                .with("pageNo", number));
    // No transaction in all that time is answered with 404.
    return answer
        .map(found -> page(window, number, found))
        .orElseGet(() -> new Page(List.of(), List.of(), Optional.empty()));
  }

  private Page page(Window window, int number, JsonNode answer) {
    List<VerifiedWebhook> events = new ArrayList<>();
    List<Undecided> undecided = new ArrayList<>();
    for (JsonNode record : Json.list(answer, "records")) {
      Instant at = time(record);
      if (!window.holds(at)) {
        continue;
      }
      if (isOpen(record)) {
        undecided.add(
            new Undecided(
                KIND,
                Json.text(record, "id"),
                at,
                DEBITS.contains(Json.text(record, "paymentType"))));
      } else {
        events.add(webhook(record));
      }
    }
    boolean more = number < answer.path("pages").asInt(1);
    return new Page(
        events, undecided, more ? Optional.of(Integer.toString(number + 1)) : Optional.empty());
  }

  @Override
  public Optional<Standing> again(Undecided undecided) {
    return api.findAs(credentials ->
            ListPath.of(QUERY + "/" + ListPath.segment(undecided.reference()))
                .with("entityId", credentials.text("entity_id")))
        .map(record ->
            isOpen(record)
                ? new Standing(List.of(), false)
                : new Standing(List.of(webhook(record)), true));
  }

  private static boolean isOpen(JsonNode record) {
    return OPEN.matcher(Json.text(record.path("result"), "code")).matches();
  }

  private VerifiedWebhook webhook(JsonNode record) {
    String id = Json.text(record, "id");
    return fetched.object(
        id + ":" + Json.text(record.path("result"), "code") + ":" + Json.text(record, "timestamp"),
        KIND,
        record.path("referencedId").asString(id),
        time(record),
        record);
  }

  private static Instant time(JsonNode record) {
    try {
      return OffsetDateTime.parse(Json.text(record, "timestamp"), SAID).toInstant();
    } catch (DateTimeException e) {
      throw Json.garbled();
    }
  }
}
