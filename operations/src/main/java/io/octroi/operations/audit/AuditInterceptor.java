package io.octroi.operations.audit;

import io.octroi.contracts.EventIds;
import io.octroi.operations.access.Operator;
import io.octroi.operations.access.OperatorFilter;
import io.octroi.operations.answer.Problems;
import io.octroi.operations.audit.AuditLog.Call;
import io.octroi.runtime.log.LogKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down each call that changes something, before any controller is at work, and refuses it
 * without a reason. Calls that only read go to the logger {@code audit}.
 */
final class AuditInterceptor implements HandlerInterceptor {
  /** The request attribute that holds the {@link Reason}. */
  static final String REASON = "io.octroi.operations.reason";

  private static final String CALL = "io.octroi.operations.call";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Logger READ_LOG = LoggerFactory.getLogger("audit");
  private static final Logger LOG = LoggerFactory.getLogger(AuditInterceptor.class);

  private final AuditLog audit;
  private final Clock clock;

  AuditInterceptor(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    if (!(request.getAttribute(OperatorFilter.OPERATOR) instanceof Operator operator)) {
      throw new IllegalStateException("a call got past the operators' door");
    }
    if (READING.contains(request.getMethod()) && !method.hasMethodAnnotation(Audited.class)) {
      READ_LOG
          .atInfo()
          .addKeyValue(LogKeys.OPERATOR, operator.name())
          .addKeyValue(LogKeys.METHOD, request.getMethod())
          .addKeyValue(LogKeys.ROUTE, route(request))
          .log("An operator reads");
      return true;
    }
    boolean dryRun = dryRun(request);
    if (dryRun && !method.hasMethodAnnotation(DryRunnable.class)) {
      return refuse(response, "dry-run-not-supported", "This call has no dry run");
    }
    Optional<Reason> reason = reason(request, dryRun);
    if (reason.isEmpty()) {
      return refuse(
          response,
          "reason-required",
          "Say why, in the header Octroi-Reason, in 1 to 500 characters");
    }
    begin(request, new Caller(operator, reason.get(), dryRun));
    return true;
  }

  /** Whom it asks about is in no log: that is in the path. */
  private static Object route(HttpServletRequest request) {
    return Objects.requireNonNullElse(
        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "");
  }

  private void begin(HttpServletRequest request, Caller caller) {
    String traceId = MDC.get("traceId");
    Call call =
        new Call(
            EventIds.next(clock.instant()),
            caller.operator(),
            request.getMethod(),
            request.getRequestURI(),
            caller.reason(),
            caller.dryRun(),
            traceId == null ? "" : traceId);
    audit.begin(call);
    request.setAttribute(REASON, caller.reason());
    request.setAttribute(CALL, call);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (!(request.getAttribute(CALL) instanceof Call call)) {
      return;
    }
    try {
      audit.end(call, failure == null ? response.getStatus() : 500);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue(LogKeys.CALL_ID, call.id())
          .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
          .log("How an operator's call ended could not be written to the audit log");
    }
  }

  /** A reason that is given is kept for a dry run too. */
  private static Optional<Reason> reason(HttpServletRequest request, boolean dryRun) {
    String header = request.getHeader(Reason.HEADER);
    if (header == null) {
      return dryRun ? Optional.of(Reason.NONE) : Optional.empty();
    }
    return Reason.parse(header);
  }

  /** By the query alone: asking the request for its parameters would read a form's body. */
  private static boolean dryRun(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && Arrays.asList(query.split("&", -1)).contains("dry_run=true");
  }

  private static boolean refuse(HttpServletResponse response, String type, String title)
      throws IOException {
    Problems.write(new ServletServerHttpResponse(response), HttpStatus.BAD_REQUEST, type, title);
    return false;
  }

  private record Caller(Operator operator, Reason reason, boolean dryRun) {}
}
