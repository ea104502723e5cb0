package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The lines of Wave's account, {@code GET /v1/transactions}, day by day. A line stands when money
 * has moved, and stays. The cursor is the day, and Wave's own cursor within it.
 */
final class WaveSource implements EventSource {
  static final String PROVIDER = "wave";
  private static final String KIND = "transaction";

  private final Listing api;
  private final Fetched fetched;
  private final int pageSize;

  WaveSource(Listing api, Fetched fetched, int pageSize) {
    this.api = api;
    this.fetched = fetched;
    this.pageSize = pageSize;
  }

  private record Place(LocalDate day, String after) {
    static Place of(String cursor, Window window) {
      int space = cursor.indexOf(' ');
      return space < 0
          ? new Place(LocalDate.ofInstant(window.from(), ZoneOffset.UTC), "")
          : new Place(LocalDate.parse(cursor.substring(0, space)), cursor.substring(space + 1));
    }

    Optional<String> next(JsonNode pages, Window window) {
      if (pages.path("has_next_page").asBoolean(false)) {
        return Optional.of(day + " " + Json.text(pages, "end_cursor"));
      }
      LocalDate following = day.plusDays(1);
      return following.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(window.to())
          ? Optional.of(following + " ")
          : Optional.empty();
    }
  }

  @Override
  public Page page(Window window, String cursor) {
    Place place = Place.of(cursor, window);
    ListPath path =
        ListPath.of("/v1/transactions").with("date", place.day()).with("first", pageSize);
    if (!place.after().isEmpty()) {
      path.with("after", place.after());
    }
    JsonNode answer = api.get(path);
    List<VerifiedWebhook> events = new ArrayList<>();
    for (JsonNode line : Json.list(answer, "items")) {
      Instant at = Json.time(line, "timestamp");
      if (window.holds(at)) {
        events.add(webhook(line, at));
      }
    }
    return new Page(events, List.of(), place.next(answer.path("page_info"), window));
  }

  private VerifiedWebhook webhook(JsonNode line, Instant at) {
    String id = Json.text(line, "transaction_id");
    String what = line.path("is_reversal").asBoolean(false) ? "reversal" : "payment";
    return fetched.object(
        "transaction:" + id + ":" + what,
        KIND,
        line.path("checkout_api_session_id").asString(id),
        at,
        line);
  }
}
