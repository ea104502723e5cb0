package io.octroi.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Origin;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.gateway.endpoint.Endpoint;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.problem.Problem;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.publish.WebhookRecords;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.secret.SecretUses;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.fault.FaultPoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.HttpRequestHandler;

/**
 * Takes one request: reads its bytes, lets the endpoint's scheme judge them, publishes them and
 * answers. Nothing is parsed before the signature holds, and 202 is said only when the broker has
 * the bytes.
 */
final class WebhookIntake implements HttpRequestHandler {
  private final Endpoints endpoints;
  private final BodyReader reader;
  private final BufferBudget budget;
  private final WebhookPublisher publisher;
  private final Rejections rejections;
  private final Clock clock;
  private final Settings settings;

  /** What of the configuration the intake itself needs. */
  record Settings(IntakeProperties properties, MeterRegistry meters, SecretUses uses) {}

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
    long start = System.nanoTime();
    WebhookPath path = WebhookPath.of(request);
    Optional<Endpoint> endpoint = endpoints.find(path.endpoint());
    String outcome = "failed";
    try {
      Answer answer = answer(endpoint, path.reference(), request);
      outcome = answer.outcome();
      answer.write(response);
    } finally {
      GatewayMetric.ANSWERS.record(
          settings.meters(),
          Duration.ofNanos(System.nanoTime() - start),
          // What a stranger made up is no tag.
          endpoint.map(Endpoint::name).orElse("unknown"),
          outcome);
    }
  }

  private Answer answer(Optional<Endpoint> endpoint, String reference, HttpServletRequest request) {
    if (endpoint.isEmpty()) {
      return new Answer.Refused(Problem.NOT_FOUND);
    }
    WebhookScheme scheme = endpoint.get().scheme();
    if (scheme.takesReference() == reference.isEmpty()) {
      return new Answer.Refused(Problem.NOT_FOUND);
    }
    if (!scheme.methods().contains(request.getMethod())) {
      return scheme.answersProbes() && request.getMethod().equals("GET")
          ? new Answer.Present()
          : new Answer.WrongMethod(scheme.methods());
    }
    return admit(endpoint.get(), request);
  }

  private Answer admit(Endpoint endpoint, HttpServletRequest request) {
    if (!MediaTypes.allow(endpoint.scheme().mediaTypes(), request.getContentType())) {
      return new Answer.Refused(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    if (reader.announcesTooMuch(request)) {
      return new Answer.Closed(Problem.TOO_LARGE);
    }
    List<Secret> secrets = endpoint.secrets().current();
    return secrets.isEmpty() && endpoint.scheme().needsSecret()
        ? later()
        : receive(endpoint, request, secrets);
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
    WebhookRequest webhook =
        new WebhookRequest(
            url(endpoint, request), WebhookPath.of(request).reference(), body, headers(request));
    return switch (verify(endpoint, webhook, receivedAt, secrets)) {
      case Verification.Rejected(var reason) ->
          rejections.answer(endpoint, reason, request, new Rejections.Arrival(webhook, receivedAt));
      case Verification.Verified verified -> publish(endpoint, verified, receivedAt, body);
    };
  }

  /** Once more, if the provider may be ahead of us with a new secret. */
  private static Verification verify(
      Endpoint endpoint, WebhookRequest webhook, Instant receivedAt, List<Secret> secrets) {
    Verification verdict = endpoint.scheme().verify(webhook, receivedAt, secrets);
    return verdict instanceof Verification.Rejected(var reason)
            && reason.mayBeAnotherSecret()
            && endpoint.secrets().othersThan(secrets)
        ? endpoint.scheme().verify(webhook, receivedAt, endpoint.secrets().current())
        : verdict;
  }

  private Answer publish(
      Endpoint endpoint, Verification.Verified verified, Instant receivedAt, byte[] body) {
    VerifiedWebhook webhook =
        WebhookRecords.of(endpoint, verified, receivedAt, body, Origin.WEBHOOK);
    return switch (publisher.publish(endpoint.audience().topic(), webhook)) {
      case ACKNOWLEDGED -> {
        FaultPoint.BEFORE_ANSWER.reached();
        settings.uses().used(endpoint.name(), verified.secretVersion());
        GatewayMetric.ACCEPTED.count(settings.meters(), endpoint.name(), verified.secretVersion());
        yield new Answer.Accepted();
      }
      case FAILED, REFUSED -> later();
    };
  }

  private Answer later() {
    return new Answer.Later(Problem.UNAVAILABLE, settings.properties().retryAfter());
  }

  private static String url(Endpoint endpoint, HttpServletRequest request) {
    String query = request.getQueryString();
    return endpoint.publicUrl().isEmpty() || query == null
        ? endpoint.publicUrl()
        : endpoint.publicUrl() + "?" + query;
  }

  private static WebhookHeaders headers(HttpServletRequest request) {
    WebhookHeaders headers = new WebhookHeaders();
    for (String name : Collections.list(request.getHeaderNames())) {
      Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
    }
    return headers;
  }
}
