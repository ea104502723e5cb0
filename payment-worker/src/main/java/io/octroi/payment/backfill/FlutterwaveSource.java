package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Flutterwave's charges, {@code GET /v3/transactions} or {@code GET /charges}, by when they began.
 * Refunds and chargebacks are not listed. The cursor is the number of the page.
 */
final class FlutterwaveSource implements EventSource {
  static final String PROVIDER = "flutterwave";
  private static final String THIRD = "v3";
  private static final Set<String> OPEN = Set.of("pending", "processing", "new");

  /** The fourth API refuses longer pages; the third has its own length. */
  private static final int LONGEST_PAGE = 50;

  private final Listing api;
  private final Fetched fetched;
  private final int pageSize;
  private final boolean third;

  /**
   * @param environment {@code v3} for the third API
   */
  FlutterwaveSource(Listing api, Fetched fetched, int pageSize, String environment) {
    this.api = api;
    this.fetched = fetched;
    this.pageSize = Math.min(pageSize, LONGEST_PAGE);
    this.third = environment.equals(THIRD);
  }

  @Override
  public Page page(Window window, String cursor) {
    int number = cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
    ListPath path =
        third
            ? ListPath.of("/v3/transactions")
                .with("from", day(window.from()))
                .with("to", day(window.to()))
            : ListPath.of("/charges")
                .with("from", window.from())
                .with("to", window.to())
                .with("size", pageSize);
    JsonNode answer = api.get(path.with("page", number));
    List<VerifiedWebhook> events = new ArrayList<>();
    List<Undecided> undecided = new ArrayList<>();
    for (JsonNode charge : Json.list(answer, "data")) {
      Instant created = created(charge);
      if (!window.holds(created)) {
        continue;
      }
      if (isOpen(charge)) {
        undecided.add(new Undecided(kind(), Json.text(charge, "id"), created, true));
      } else {
        events.add(webhook(charge));
      }
    }
    int pages = answer.path("meta").path("page_info").path("total_pages").asInt(1);
    return new Page(
        events,
        undecided,
        number < pages ? Optional.of(Integer.toString(number + 1)) : Optional.empty());
  }

  @Override
  public Optional<Standing> again(Undecided undecided) {
    String id = ListPath.segment(undecided.reference());
    return api.find(ListPath.of(third ? "/v3/transactions/" + id + "/verify" : "/charges/" + id))
        .map(answer -> answer.path("data"))
        .map(charge ->
            isOpen(charge)
                ? new Standing(List.of(), false)
                : new Standing(List.of(webhook(charge)), true));
  }

  private VerifiedWebhook webhook(JsonNode charge) {
    String id = Json.text(charge, "id");
    return fetched.object(
        "charge.completed:" + id + ":" + Json.text(charge, "status"),
        kind(),
        id,
        created(charge),
        charge);
  }

  private String kind() {
    return third ? "transaction" : "charge";
  }

  private static boolean isOpen(JsonNode charge) {
    return OPEN.contains(Json.text(charge, "status"));
  }

  private Instant created(JsonNode charge) {
    return Json.time(charge, third ? "created_at" : "created_datetime");
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
