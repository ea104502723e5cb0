package io.octroi.local.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What became of an event or of a customer, from the request to the messages. */
final class StoryPages {
  private final Operations operations;
  private final StandInPages standIns;

  StoryPages(Operations operations, StandInPages standIns) {
    this.operations = operations;
    this.standIns = standIns;
  }

  String overview() {
    Html html = new Html("What happened");
    html.section("Webhooks in the ledger, newest first");
    operations
        .recentEvents()
        .ifPresentOrElse(
            events -> html.table(List.of("received", "event", "type", "outcome"), rows(events)),
            () -> html.note("The payment-worker does not answer right now."));
    html.section("E-mails");
    standIns.appendMails(html, 10);
    html.section("Telegram calls");
    standIns.appendCalls(html, 10);
    return html.page();
  }

  private static List<List<String>> rows(JsonNode answer) {
    JsonNode events = answer.isArray() ? answer : firstArray(answer);
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode event : events) {
      String endpoint = text(event, "endpoint");
      String id = text(event, "event_id", "eventId");
      rows.add(
          List.of(
              Html.escape(text(event, "received_at", "receivedAt")),
              Html.link("/story/" + endpoint + "/" + id, id),
              Html.escape(text(event, "event_type", "eventType")),
              Html.escape(text(event, "outcome") + " " + text(event, "reason"))));
    }
    return rows;
  }

  String payments() {
    Html html = new Html("Payments that wait for a customer or a plan");
    operations
        .unassignedPayments()
        .ifPresentOrElse(
            html::json, () -> html.note("The payment-worker does not answer right now."));
    return html.page();
  }

  String ofEvent(String endpoint, String eventId) {
    Html html = new Html("The story of " + eventId);
    Optional<JsonNode> event = operations.event(endpoint, eventId);
    appendSteps(html, operations.story("event", eventId));
    html.section("1 · Received and verified, kept in the ledger");
    if (event.isEmpty()) {
      return html.note("The ledger has no such event, or the payment-worker is away.").page();
    }
    html.json(event.get());
    Optional<String> customer = operations.paymentsOfEvent(eventId).flatMap(StoryPages::customerOf);
    if (customer.isEmpty()) {
      return html.note("No customer is known for it yet.").page();
    }
    append(html, customer.get());
    return html.page();
  }

  String ofCustomer(String customer) {
    Html html = new Html("Customer " + customer);
    appendSteps(html, operations.story("customer", customer));
    append(html, customer);
    return html.page();
  }

  private static void appendSteps(Html html, Optional<JsonNode> story) {
    html.section("What happened, in time order");
    if (story.isEmpty()) {
      html.note("A worker does not answer right now, or nothing is known.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode step : story.get().path("steps")) {
      String details =
          step.path("details")
              .propertyStream()
              .map(detail -> detail.getKey() + " " + detail.getValue().asString(""))
              .collect(Collectors.joining(" · "));
      rows.add(
          List.of(
              Html.escape(text(step, "at")),
              Html.escape(text(step, "service")),
              Html.escape(text(step, "summary")),
              Html.escape(details),
              trace(text(step, "trace_id"))));
    }
    html.table(List.of("at", "who", "what", "details", "trace"), rows);
  }

  private static String trace(String id) {
    return id.isEmpty() ? "" : Html.link("/traces/" + id, id);
  }

  private void append(Html html, String customer) {
    html.section("2 · Payments of " + customer);
    show(html, operations.payments(customer));
    html.section("3 · Subscription and periods");
    show(html, operations.subscriptions(customer));
    html.section("4 · Notifications, deliveries, attempts");
    show(html, operations.notifications(customer));
    html.section("5 · What the mail server and Telegram saw (newest)");
    standIns.appendMails(html, 5);
    standIns.appendCalls(html, 5);
  }

  private static void show(Html html, Optional<JsonNode> answer) {
    answer.ifPresentOrElse(html::json, () -> html.note("This worker does not answer right now."));
  }

  private static Optional<String> customerOf(JsonNode event) {
    for (String name : List.of("customer_id", "customerId")) {
      JsonNode customer = event.findValue(name);
      if (customer != null && customer.isString()) {
        return Optional.of(customer.asString());
      }
    }
    return Optional.empty();
  }

  private static JsonNode firstArray(JsonNode answer) {
    for (JsonNode field : answer) {
      if (field.isArray()) {
        return field;
      }
    }
    return answer;
  }

  private static String text(JsonNode object, String... names) {
    for (String name : names) {
      if (object.path(name).isValueNode() && !object.path(name).isNull()) {
        return object.path(name).asString();
      }
    }
    return "";
  }
}
