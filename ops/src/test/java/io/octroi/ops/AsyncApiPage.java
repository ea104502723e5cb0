package io.octroi.ops;

import static io.octroi.ops.JsonSchemas.ordered;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.EventTypes;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.Topics;
import io.octroi.contracts.WatermarkEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics and what is written on them, as AsyncAPI has it. */
final class AsyncApiPage {
  private static final String SCHEMAS =
      "../../contracts/src/main/resources/io/octroi/contracts/schemas/";

  /** Who reads a topic, each under its own name. */
  static final Map<String, List<String>> READERS =
      Map.of(
          Topics.WEBHOOKS, List.of("payment-worker"),
          Topics.PAYMENTS, List.of("subscription-worker", "notifier"),
          Topics.SUBSCRIPTIONS, List.of("notifier"),
          Topics.CALLBACKS, List.of("notifier"),
          Topics.WATERMARKS, List.of("subscription-worker"));

  private static final Map<String, String> WHAT =
      Map.of(
          Topics.WEBHOOKS,
              "Verified webhooks, byte for byte, keyed by the provider's payment or customer object",
          Topics.PAYMENTS, "What became of payments and agreements, keyed by customer id",
          Topics.SUBSCRIPTIONS, "What became of subscriptions, keyed by customer id",
          Topics.CALLBACKS, "What channels say of themselves, keyed by their object",
          Topics.WATERMARKS,
              "Up to when everything is known, keyed by endpoint; the latest one counts",
          Topics.QUARANTINE,
              "Refused requests that may have been genuine, sealed; gone after 72 hours");

  private static final String DESCRIPTION =
      "Written from the code by `mvn -pl ops test -Dtest=ApiTest -Doctroi.docs.write=true`."
          + " Events are CloudEvents in Kafka's binary mode. A reader ignores fields and types that"
          + " it does not know; fields never change their meaning.";

  private AsyncApiPage() {}

  static String yaml() {
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> operations = new LinkedHashMap<>();
    for (String topic : Topics.all()) {
      channels.put(topic, channel(topic, WHAT.getOrDefault(topic, ""), messages(topic)));
      operations.put("write-" + topic, operation("send", topic));
      for (String group : READERS.getOrDefault(topic, List.of())) {
        operations.put(group + "-reads-" + topic, operation("receive", topic));
        String letters = Topics.deadLetter(topic, group);
        channels.put(
            letters,
            channel(
                letters,
                "Records of " + topic + " that " + group + " could not handle",
                Map.of("record", reference("deadLetter"))));
        operations.put("write-" + letters, operation("send", letters));
      }
    }
    return Yamls.write(
        ordered(
            "asyncapi",
            "3.0.0",
            "info",
            ordered("title", "Octroi topics", "version", "1", "description", DESCRIPTION),
            "defaultContentType",
            "application/json",
            "channels",
            channels,
            "operations",
            operations,
            "components",
            ordered("messages", components(), "schemas", Headers.schemas())));
  }

  private static Map<String, Object> channel(
      String topic, String what, Map<String, Object> messages) {
    return ordered("address", topic, "description", what, "messages", messages);
  }

  private static Map<String, Object> operation(String action, String topic) {
    return ordered("action", action, "channel", ordered("$ref", "#/channels/" + topic));
  }

  private static Map<String, Object> messages(String topic) {
    Map<String, Object> messages = new LinkedHashMap<>();
    switch (topic) {
      case Topics.WEBHOOKS, Topics.CALLBACKS -> messages.put("webhook", reference("webhook"));
      case Topics.QUARANTINE -> messages.put("sealed", reference("sealedRequest"));
      default ->
          EventTypes.all()
              .forEach((event, type) -> {
                if (topic.equals(topicOf(event))) {
                  messages.put(event.getSimpleName(), reference(event.getSimpleName()));
                }
              });
    }
    return messages;
  }

  private static String topicOf(Class<? extends DomainEvent> event) {
    if (PaymentEvent.class.isAssignableFrom(event)) {
      return Topics.PAYMENTS;
    }
    if (SubscriptionEvent.class.isAssignableFrom(event)) {
      return Topics.SUBSCRIPTIONS;
    }
    return WatermarkEvent.class.isAssignableFrom(event) ? Topics.WATERMARKS : "";
  }

  private static Map<String, Object> reference(String message) {
    return ordered("$ref", "#/components/messages/" + message);
  }

  private static Map<String, Object> components() {
    Map<String, Object> messages = new LinkedHashMap<>();
    EventTypes.all()
        .forEach((event, type) ->
            messages.put(
                event.getSimpleName(),
                ordered(
                    "name",
                    type,
                    "headers",
                    ordered("$ref", "#/components/schemas/eventHeaders"),
                    "payload",
                    ordered("$ref", SCHEMAS + type + ".json"))));
    messages.put("webhook", bytes("webhookHeaders", "The body as the provider sent it"));
    messages.put(
        "sealedRequest", bytes("sealedHeaders", "AES-GCM; the gateway's data key opens it"));
    messages.put("deadLetter", bytes("deadLetterHeaders", "The record's value, untouched"));
    return messages;
  }

  private static Map<String, Object> bytes(String headers, String what) {
    return ordered(
        "contentType",
        "application/octet-stream",
        "headers",
        ordered("$ref", "#/components/schemas/" + headers),
        "payload",
        ordered("type", "string", "format", "binary", "description", what));
  }
}
