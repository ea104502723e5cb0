package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** PayPal's own events, {@code GET /v1/notifications/webhooks-events}: newest first, by links. */
final class PayPalSource implements EventSource {
  static final String PROVIDER = "paypal";
  private static final String LIST = "/v1/notifications/webhooks-events";
  private static final List<String> TYPES =
      List.of("PAYMENT.", "CHECKOUT.", "BILLING.SUBSCRIPTION.", "CUSTOMER.DISPUTE.");

  private final Listing api;
  private final Fetched fetched;
  private final int pageSize;

  PayPalSource(Listing api, Fetched fetched, int pageSize) {
    this.api = api;
    this.fetched = fetched;
    this.pageSize = pageSize;
  }

  @Override
  public boolean forgets() {
    return true;
  }

  @Override
  public Page page(Window window, String cursor) {
    ListPath path =
        cursor.isEmpty()
            ? ListPath.of(LIST)
                .with("start_time", window.from())
                .with("end_time", window.to())
                .with("page_size", pageSize)
            : ListPath.of(LIST + "?" + cursor);
    JsonNode answer = api.get(path);
    List<VerifiedWebhook> events = new ArrayList<>();
    for (JsonNode event : Json.list(answer, "events")) {
      Instant at = Json.time(event, "create_time");
      String type = Json.text(event, "event_type");
      // Its end is inclusive, ours is not.
      if (window.holds(at) && Fetched.counts(type, TYPES)) {
        events.add(fetched.event(Json.text(event, "id"), type, orderingKey(event), at, event));
      }
    }
    return new Page(events, List.of(), next(answer));
  }

  private static String orderingKey(JsonNode event) {
    JsonNode resource = event.path("resource");
    return resource.path("id").asString(resource.path("dispute_id").asString(""));
  }

  /** Only the query of the link: the host is ours to choose, whatever an answer says. */
  private static Optional<String> next(JsonNode answer) {
    for (JsonNode link : answer.path("links")) {
      if (link.path("rel").asString("").equals("next")) {
        String href = link.path("href").asString("");
        int query = href.indexOf('?');
        if (query < 0) {
          throw Json.garbled();
        }
        return Optional.of(href.substring(query + 1));
      }
    }
    return Optional.empty();
  }
}
