package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Stripe's own events, {@code GET /v1/events}: kept for 30 days, newest first. */
final class StripeSource implements EventSource {
  static final String PROVIDER = "stripe";
  private static final List<String> TYPES =
      List.of(
          "checkout.session.",
          "payment_intent.",
          "charge.",
          "refund.",
          "invoice.",
          "invoice_payment.",
          "customer.subscription.");

  private final Listing api;
  private final Fetched fetched;
  private final int pageSize;

  StripeSource(Listing api, Fetched fetched, int pageSize) {
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
        ListPath.of("/v1/events")
            .with("created[gte]", window.from().getEpochSecond())
            .with("created[lt]", window.to().getEpochSecond())
            .with("limit", pageSize);
    if (!cursor.isEmpty()) {
      path.with("starting_after", cursor);
    }
    JsonNode answer = api.get(path);
    List<JsonNode> listed = Json.list(answer, "data");
    List<VerifiedWebhook> events = new ArrayList<>();
    for (JsonNode event : listed) {
      if (Fetched.counts(Json.text(event, "type"), TYPES)) {
        events.add(webhook(event));
      }
    }
    return new Page(events, List.of(), next(answer, listed));
  }

  private VerifiedWebhook webhook(JsonNode event) {
    long created = event.path("created").asLong(-1);
    if (created < 0) {
      throw Json.garbled();
    }
    return fetched.event(
        Json.text(event, "id"),
        Json.text(event, "type"),
        orderingKey(event.path("data").path("object")),
        Instant.ofEpochSecond(created),
        event);
  }

  /** As the gateway's: the payment, or the customer of an agreement, or the object. */
  private static String orderingKey(JsonNode object) {
    String intent = reference(object, "payment_intent");
    if (!intent.isEmpty()) {
      return intent;
    }
    String kind = object.path("object").asString("");
    boolean agreement = kind.equals("subscription") || kind.equals("invoice");
    String customer = agreement ? reference(object, "customer") : "";
    return customer.isEmpty() ? object.path("id").asString("") : customer;
  }

  private static String reference(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isObject() ? value.path("id").asString("") : value.asString("");
  }

  private static Optional<String> next(JsonNode answer, List<JsonNode> listed) {
    if (!answer.path("has_more").asBoolean(false)) {
      return Optional.empty();
    }
    if (listed.isEmpty()) {
      throw Json.garbled();
    }
    return Optional.of(Json.text(listed.getLast(), "id"));
  }
}
