package io.octroi.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.gateway.endpoint.Endpoint;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.problem.Problem;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.telemetry.GatewayMetric;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Takes one request: reads its bytes, lets the endpoint's scheme judge them, publishes them and
 * answers. Nothing is parsed before the signature holds, and 202 is said only when the broker has
 * the bytes.
 */
final class WebhookIntake implements HttpRequestHandler {
  static final String NAME_VARIABLE = "endpoint";

  private final Endpoints endpoints;
  private final BodyReader reader;
  private final BufferBudget budget;
  private final WebhookPublisher publisher;
  private final Rejections rejections;
  private final Clock clock;
  private final Settings settings;

  /** What of the configuration the intake itself needs. */
  record Settings(IntakeProperties properties, MeterRegistry meters) {}

  WebhookIntake(
      Endpoints endpoints,
      BodyReader reader,
      BufferBudget budget,
      WebhookPublisher publisher,
      Rejections rejections,
      Clock clock,
      Settings settings) {
    this.endpoints = endpoints;
    this.reader = reader;
    this.budget = budget;
    this.publisher = publisher;
    this.rejections = rejections;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request).write(response);
  }

  private Answer answer(HttpServletRequest request) {
    Optional<Endpoint> endpoint = endpoints.find(endpointName(request));
    if (endpoint.isEmpty()) {
      return new Answer.Refused(Problem.NOT_FOUND);
    }
    if (!request.getMethod().equals("POST")) {
      return new Answer.WrongMethod();
    }
    if (!MediaTypes.allow(endpoint.get().scheme().mediaTypes(), request.getContentType())) {
      return new Answer.Refused(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    if (reader.announcesTooMuch(request)) {
      return new Answer.Closed(Problem.TOO_LARGE);
    }
    List<Secret> secrets = endpoint.get().secrets().current();
    return secrets.isEmpty() ? later() : receive(endpoint.get(), request, secrets);
  }

  private Answer receive(Endpoint endpoint, HttpServletRequest request, List<Secret> secrets) {
    try (BufferBudget.Share share = budget.open()) {
      return switch (reader.read(request, share)) {
        case Body.Complete(byte[] bytes) -> judge(endpoint, request, bytes, secrets);
        case Body.TooLarge _ -> new Answer.Closed(Problem.TOO_LARGE);
        case Body.TooSlow _ -> new Answer.Closed(Problem.REQUEST_TIMEOUT);
        case Body.Broken _ -> new Answer.Closed(Problem.BAD_REQUEST);
        case Body.NoRoom _ -> later();
      };
    }
  }

  private Answer judge(
      Endpoint endpoint, HttpServletRequest request, byte[] body, List<Secret> secrets) {
    Instant receivedAt = clock.instant();
    WebhookRequest webhook = new WebhookRequest(body, headers(request));
    return switch (endpoint.scheme().verify(webhook, receivedAt, secrets)) {
      case Verification.Rejected(var reason) -> rejections.answer(endpoint, reason, request);
      case Verification.Verified verified -> publish(endpoint, verified, receivedAt, body);
    };
  }

  private Answer publish(
      Endpoint endpoint, Verification.Verified verified, Instant receivedAt, byte[] body) {
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            endpoint.name(),
            endpoint.provider(),
            verified.eventId(),
            verified.eventType(),
            verified.orderingKey(),
            verified.occurredAt(),
            receivedAt,
            verified.secretVersion(),
            verified.trust(),
            body);
    return switch (publisher.publish(webhook)) {
      case ACKNOWLEDGED -> {
        GatewayMetric.ACCEPTED.count(settings.meters(), endpoint.name(), verified.secretVersion());
        yield new Answer.Accepted();
      }
      case FAILED, REFUSED -> later();
    };
  }

  private Answer later() {
    return new Answer.Later(Problem.UNAVAILABLE, settings.properties().retryAfter());
  }

  private static String endpointName(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get(NAME_VARIABLE) instanceof String name
        ? name
        : "";
  }

  private static WebhookHeaders headers(HttpServletRequest request) {
    WebhookHeaders headers = new WebhookHeaders();
    for (String name : Collections.list(request.getHeaderNames())) {
      Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
    }
    return headers;
  }
}
