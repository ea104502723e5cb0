package io.octroi.local.console;

import io.octroi.cli.ServiceName;
import io.octroi.cli.Stories;
import io.octroi.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the workers what they know, through the door that operators use. */
final class Operations {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ports ports;
  private final String token;

  Operations(Ports ports, String token) {
    this.ports = ports;
    this.token = token;
  }

  /** The ledger's row of an event and what became of it. */
  Optional<JsonNode> event(String endpoint, String eventId) {
    return get(
        ports.paymentWorker(), "/operations/events/" + encoded(endpoint) + "/" + encoded(eventId));
  }

  Optional<JsonNode> recentEvents() {
    return get(ports.paymentWorker(), "/operations/ledger?limit=50");
  }

  Optional<JsonNode> unassignedPayments() {
    return get(ports.paymentWorker(), "/operations/payments?unassigned=true&limit=50");
  }

  Optional<JsonNode> paymentsOfEvent(String eventId) {
    return get(ports.paymentWorker(), "/operations/payments?event=" + encoded(eventId));
  }

  Optional<JsonNode> payments(String customer) {
    return get(ports.paymentWorker(), "/operations/payments?customer=" + encoded(customer));
  }

  Optional<JsonNode> subscriptions(String customer) {
    return get(
        ports.subscriptionWorker(),
        "/operations/customers/" + encoded(customer) + "/subscriptions");
  }

  Optional<JsonNode> notifications(String customer) {
    return get(ports.notifier(), "/operations/customers/" + encoded(customer) + "/notifications");
  }

  /** Every sample of a mail with its subjects. */
  Optional<JsonNode> mailPreviews() {
    return get(ports.notifier(), "/operations/mail-previews");
  }

  /** One sample in every language. */
  Optional<JsonNode> mailPreview(String name) {
    return get(ports.notifier(), "/operations/mail-previews/" + encoded(name));
  }

  /**
   * The whole story in time order; empty while a worker does not answer, or of what is unknown.
   *
   * @param subject {@code customer} or {@code event}
   */
  Optional<JsonNode> story(String subject, String id) {
    try {
      return Optional.of(new Stories(this::part).of(subject, id));
    } catch (NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private JsonNode part(ServiceName service, Map<String, String> query) {
    int port =
        switch (service) {
          case PAYMENT_WORKER -> ports.paymentWorker();
          case SUBSCRIPTION_WORKER -> ports.subscriptionWorker();
          case NOTIFIER -> ports.notifier();
          case GATEWAY -> throw new IllegalArgumentException("the gateway tells no stories");
        };
    Map.Entry<String, String> about = query.entrySet().iterator().next();
    return get(port, "/operations/story?" + about.getKey() + "=" + encoded(about.getValue()))
        .orElseThrow();
  }

  /** Empty where the worker does not answer or does not know. */
  private Optional<JsonNode> get(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .timeout(TIMEOUT)
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(JsonMapper.shared().readTree(response.body()))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
