package io.octroi.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.gateway.endpoint.Endpoint;
import io.octroi.gateway.problem.Problem;
import io.octroi.gateway.quarantine.Quarantine;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.source.RejectionLimiter;
import io.octroi.gateway.source.Source;
import io.octroi.gateway.source.Sources;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns a rejection into an answer, and keeps count. */
@Component
class Rejections {
  private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

  private final Sources sources;
  private final RejectionLimiter limiter;
  private final Quarantine quarantine;
  private final IntakeProperties properties;
  private final MeterRegistry meters;

  Rejections(
      Sources sources,
      RejectionLimiter limiter,
      Quarantine quarantine,
      IntakeProperties properties,
      MeterRegistry meters) {
    this.sources = sources;
    this.limiter = limiter;
    this.quarantine = quarantine;
    this.properties = properties;
    this.meters = meters;
  }

  /** Keeps what may have been genuine, also of a source that is told to wait. */
  Answer answer(
      Endpoint endpoint, RejectionReason reason, HttpServletRequest request, Arrival arrival) {
    Source source = sources.of(request.getRemoteAddr(), forwardedFor(request));
    quarantine.offer(
        new Quarantine.Refused(
            endpoint.name(),
            request.getMethod(),
            arrival.webhook(),
            arrival.at(),
            reason,
            TraceParent.of(Span.current())),
        source);
    return answer(endpoint, reason, source);
  }

  /** A request and when it had been read. */
  record Arrival(WebhookRequest webhook, Instant at) {}

  private Answer answer(Endpoint endpoint, RejectionReason reason, Source source) {
    GatewayMetric.REJECTED.count(meters, endpoint.name(), reason.wireName());
    if (reason.passing()) {
      LOG.atWarn()
          .addKeyValue(LogKeys.ENDPOINT, endpoint.name())
          .addKeyValue(LogKeys.REASON, reason.wireName())
          .log("Webhook cannot be verified now");
      return new Answer.Later(Problem.UNAVAILABLE, properties.retryAfter());
    }
    if (reason.ours()) {
      LOG.atError()
          .addKeyValue(LogKeys.ENDPOINT, endpoint.name())
          .addKeyValue(LogKeys.REASON, reason.wireName())
          .log("Endpoint has no usable secret and lets nobody in");
      return new Answer.Later(Problem.UNAVAILABLE, properties.retryAfter());
    }
    if (!reason.signed()) {
      Duration wait = limiter.note(source);
      if (wait.isPositive()) {
        // Not logged: whoever is over the limit could otherwise fill the disk.
        GatewayMetric.LIMITED.count(meters, endpoint.name());
        return new Answer.Later(Problem.TOO_MANY_REJECTIONS, wait);
      }
    }
    LOG.atInfo()
        .addKeyValue(LogKeys.ENDPOINT, endpoint.name())
        .addKeyValue(LogKeys.REASON, reason.wireName())
        .log("Webhook rejected");
    return new Answer.Refused(
        reason.signed() ? Problem.BAD_EVENT : Problem.BAD_SIGNATURE,
        reason.tellable() ? reason.wireName() : "");
  }

  private static List<String> forwardedFor(HttpServletRequest request) {
    return Collections.list(request.getHeaders("X-Forwarded-For"));
  }
}
