package io.octroi.payment.story;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.octroi.contracts.PaymentStatus;
import io.octroi.operations.story.Step;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFold;
import io.octroi.payment.payment.PaymentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells a payment's story from what is kept of it. The payment is the fold of its evidence, so each
 * step on the way is the fold of what had arrived until then. Pure.
 */
final class Narrator {
  private static final String SERVICE = "payment-worker";

  private Narrator() {}

  /** How a webhook came in and what became of it. */
  static List<Step> arrival(Arrival arrival) {
    Step received =
        Step.at(arrival.receivedAt(), "gateway", "request-received")
            .with("endpoint", arrival.endpoint())
            .with("provider", arrival.provider())
            .with("event_id", arrival.eventId())
            .with("event_type", arrival.eventType())
            .with("occurred_at", arrival.occurredAt())
            .with("sha256", arrival.sha256())
            .with("sealed_sha256", arrival.sealedSha256())
            .with("secret_version", arrival.secretVersion())
            .with("trust", arrival.trust())
            .with("origin", arrival.origin())
            .traced(arrival.traceparent())
            .told(received(arrival));
    Step recorded =
        Step.at(arrival.recordedAt(), SERVICE, "ledger-entry")
            .with("event_id", arrival.eventId())
            .with("record", arrival.record())
            .with("outcome", arrival.outcome())
            .with("reason", arrival.reason())
            .traced(arrival.traceparent())
            .told("The ledger took it up: " + arrival.outcome().replace('_', ' '));
    return List.of(received, recorded);
  }

  private static String received(Arrival arrival) {
    return switch (arrival.origin()) {
      case "backfill" -> "The provider's list told of an event that no webhook had brought";
      case "confirmation" -> "The provider answered our question";
      case "quarantine" -> "A request that had been refused was verified again and let in";
      default -> "The gateway verified a request and the broker took it";
    };
  }

  /**
   * What the evidence of one payment said, in the order in which it arrived, and what the payment
   * became by it.
   *
   * @param arrivals by event id; evidence without one is a decision of ours
   */
  static List<Step> payment(
      String payment, Instant createdAt, List<Evidence> evidence, Map<String, Arrival> arrivals) {
    List<Step> steps = new ArrayList<>();
    List<Evidence> known = new ArrayList<>();
    @Nullable PaymentStatus before = null;
    Map<Evidence, Instant> times = times(createdAt, evidence, arrivals);
    for (Evidence next : inOrder(evidence, arrivals, times)) {
      Instant at = times.getOrDefault(next, createdAt);
      Arrival arrival = arrivals.get(next.eventId());
      String traceparent = arrival == null ? "" : arrival.traceparent();
      steps.add(facts(payment, at, next, traceparent));
      known.add(next);
      PaymentRule rule = PaymentFold.rule(known);
      if (rule.status() != before) {
        steps.add(transition(payment, at, before, rule, next, traceparent));
        before = rule.status();
      }
    }
    return steps;
  }

  private static Step facts(String payment, Instant at, Evidence evidence, String traceparent) {
    return Step.at(at, SERVICE, "facts")
        .with("payment_id", payment)
        .with("event_id", evidence.eventId())
        .with("facts", kinds(evidence))
        .with("said_at", evidence.at())
        .traced(traceparent)
        .told("It says of the payment: " + kinds(evidence).replace('_', ' '));
  }

  private static Step transition(
      String payment,
      Instant at,
      @Nullable PaymentStatus before,
      PaymentRule rule,
      Evidence cause,
      String traceparent) {
    String now = rule.status().wireName();
    return Step.at(at, SERVICE, "payment-transition")
        .with("payment_id", payment)
        .with("from", before == null ? "" : before.wireName())
        .with("to", now)
        .with("rule", rule.wireName())
        .with("event_id", cause.eventId())
        .traced(traceparent)
        .told("The payment is " + now.replace('_', ' '));
  }

  private static String kinds(Evidence evidence) {
    return evidence.facts().stream().map(Narrator::kind).collect(Collectors.joining(", "));
  }

  private static String kind(PaymentFact fact) {
    return Arrays.stream(PaymentFact.class.getAnnotation(JsonSubTypes.class).value())
        .filter(type -> type.value().isInstance(fact))
        .map(JsonSubTypes.Type::name)
        .findFirst()
        .orElseThrow();
  }

  private static Map<Evidence, Instant> times(
      Instant createdAt, List<Evidence> evidence, Map<String, Arrival> arrivals) {
    Map<Evidence, Instant> times = new HashMap<>();
    for (Evidence e : evidence) {
      Arrival arrival = arrivals.get(e.eventId());
      // A decision of ours happened when it says so, but never before the payment was known.
      Instant decided = e.at().isBefore(createdAt) ? createdAt : e.at();
      times.put(e, arrival == null ? decided : arrival.recordedAt());
    }
    return times;
  }

  private static List<Evidence> inOrder(
      List<Evidence> evidence, Map<String, Arrival> arrivals, Map<Evidence, Instant> times) {
    return evidence.stream()
        .sorted(
            Comparator.comparing((Evidence e) -> times.getOrDefault(e, Instant.EPOCH))
                .thenComparingLong(e -> position(arrivals.get(e.eventId())))
                .thenComparing(Evidence.BY_TIME))
        .toList();
  }

  private static long position(@Nullable Arrival arrival) {
    return arrival == null ? Long.MAX_VALUE : arrival.position();
  }
}
