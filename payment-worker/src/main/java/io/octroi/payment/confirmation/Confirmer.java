package io.octroi.payment.confirmation;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.api.ApiAnswer;
import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.api.Question;
import io.octroi.payment.confirmation.Decision.Next.Again;
import io.octroi.payment.confirmation.Decision.Next.Close;
import io.octroi.payment.confirmation.Decision.Next.Pass;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.feed.WebhookFeed.FeedException;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import io.octroi.payment.translation.Inquiry;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Asks what is due. An inquiry is held under a lease, asked without a transaction, passed on, and
 * closed; a crash between two of these repeats harmlessly, because what is passed on has an id that
 * the ledger knows.
 */
public final class Confirmer {
  private static final Logger LOG = LoggerFactory.getLogger(Confirmer.class);

  private final Inquiries inquiries;
  private final Orders orders;
  private final ProviderApis apis;
  private final WebhookFeed feed;
  private final ConfirmationProperties settings;
  private final Clock clock;
  private final Traces traces;

  public Confirmer(
      Inquiries inquiries,
      Orders orders,
      ProviderApis apis,
      WebhookFeed feed,
      ConfirmationProperties settings,
      Clock clock,
      Traces traces) {
    this.inquiries = inquiries;
    this.orders = orders;
    this.apis = apis;
    this.feed = feed;
    this.settings = settings;
    this.clock = clock;
    this.traces = traces;
  }

  /** Asks what is due, a batch at once: a slow provider does not hold up the others of it. */
  public int confirmDue() {
    List<Held> due = inquiries.claim(settings.lease(), settings.batch());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(held -> threads.execute(() -> traced(held)));
    }
    return due.size();
  }

  private void traced(Held held) {
    traces.continuing(
        held.traceparent(),
        "confirm " + held.kind(),
        span -> {
          confirm(held);
          return span;
        });
  }

  private void confirm(Held held) {
    try {
      Optional<Order> order = orders.find(held.provider(), held.reference());
      ApiAnswer answer =
          apis.of(held.endpoint())
              .map(api -> api.ask(question(held.subject(), order)))
              .orElseGet(() -> new Refused("no_api_configured"));
      record(held, answer, patient(held, decision(held, order, answer)), order);
    } catch (RuntimeException e) {
      // The lease ends by itself, and then it is asked again.
      told(held).setCause(e).log("An inquiry could not be carried out; it will be repeated");
    }
  }

  static Question question(Subject subject, Optional<Order> order) {
    Map<String, String> details =
        order
            .map(o ->
                Map.of(
                    "amount", Envelope.mainUnit(o),
                    "pay_token", o.payToken()))
            .orElse(Map.of());
    return new Question(subject.kind(), subject.reference(), details);
  }

  /** Where the answer names the order, that one counts. */
  private Decision decision(Held held, Optional<Order> byReference, ApiAnswer answer) {
    Optional<Order> order = byReference;
    if (order.isEmpty() && answer instanceof Answered(byte[] document)) {
      order =
          Documents.read(held.subject(), document)
              .filter(finding -> !finding.order().isEmpty())
              .flatMap(finding -> orders.find(held.provider(), finding.order()));
    }
    return Decisions.afterAsking(held.subject(), held.claimed(), order, answer);
  }

  /** Gives up what the provider itself must have given up by now; an outage never ends anything. */
  private Decision patient(Held held, Decision decision) {
    Duration age = Duration.between(held.firstAsked(), clock.instant());
    return switch (decision.verdict()) {
      case UNKNOWN_ORDER ->
          age.compareTo(settings.unknownFor()) >= 0
              ? Decision.close(Verdict.UNKNOWN_ORDER, InquiryState.UNKNOWN)
              : decision;
      case REQUERY_PENDING ->
          age.compareTo(settings.pendingFor()) >= 0
              ? Decision.close(Verdict.REQUERY_PENDING, InquiryState.EXPIRED)
              : decision;
      case VALID,
          NOT_PAID,
          AMOUNT_MISMATCH,
          REQUERY_DISAGREES,
          REQUERY_UNAVAILABLE,
          MISSING_TOKEN,
          TOKEN_MISMATCH,
          MALFORMED_BODY,
          EMPTY_BODY,
          ALREADY_PROCESSED ->
          decision;
    };
  }

  private void record(Held held, ApiAnswer answer, Decision decision, Optional<Order> order) {
    switch (decision.next()) {
      case Again(Duration after) -> inquiries.again(held, decision, pause(held, after));
      case Close(InquiryState state) -> {
        told(held)
            .addKeyValue(LogKeys.REASON, decision.verdict().code())
            .log("What a webhook claimed was not confirmed");
        inquiries.close(held, decision, state);
      }
      case Pass(InquiryState state, Finding finding) -> {
        try {
          if (answer instanceof Answered(byte[] document)) {
            feed.publish(List.of(webhook(held, finding, document, order)));
          }
          inquiries.close(held, decision, state);
        } catch (FeedException e) {
          Decision later = Decision.again(decision.verdict(), Duration.ZERO, "broker_away");
          inquiries.again(held, later, pause(held, Duration.ZERO));
        }
      }
    }
  }

  private VerifiedWebhook webhook(
      Held held, Finding finding, byte[] document, Optional<Order> order) {
    Instant now = clock.instant();
    return new VerifiedWebhook(
        held.endpoint(),
        held.provider(),
        held.eventId(finding),
        finding.eventType().isEmpty() ? Inquiry.FETCHED + held.kind() : finding.eventType(),
        held.reference(),
        finding.at().orElseGet(() -> bounded(held.claimedAt(), order, now)),
        now,
        Provenance.fetched(held.origin()),
        Envelope.of(held.provider(), document, order));
  }

  /** A time that a stranger may have written counts between the order and now. */
  private static Instant bounded(Instant claimed, Optional<Order> order, Instant now) {
    Instant earliest = order.map(Order::createdAt).filter(now::isAfter).orElse(claimed);
    Instant notBefore = claimed.isBefore(earliest) ? earliest : claimed;
    return notBefore.isAfter(now) ? now : notBefore;
  }

  private Duration pause(Held held, Duration atLeast) {
    int doublings = Math.clamp(held.attempts() - 1, 0, 20);
    Duration wait = settings.backOff().multipliedBy(1L << doublings);
    Duration bounded = wait.compareTo(settings.maxBackOff()) > 0 ? settings.maxBackOff() : wait;
    return bounded.compareTo(atLeast) > 0 ? bounded : atLeast;
  }

  private static LoggingEventBuilder told(Held held) {
    boolean weak = held.trust() == Trust.WEAK;
    return (weak ? LOG.atWarn() : LOG.atInfo())
        .addKeyValue(LogKeys.ENDPOINT, held.endpoint())
        .addKeyValue(LogKeys.PROVIDER, held.provider());
  }
}
