package io.octroi.notifier.delivery;

import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Set;

/** Makes every attempt a span of the trace that its notification was caused in. */
record TracedChannel(Channel channel, Traces traces) implements Channel {

  @Override
  public Set<DeliveryAction> actions() {
    return channel.actions();
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    Delivery delivery = assignment.delivery();
    return traces.continuing(
        assignment.notification().traceparent(),
        "deliver " + delivery.action().wireName(),
        span -> {
          span.setAttribute("octroi.delivery.id", delivery.id().toString());
          span.setAttribute("octroi.delivery.attempt", delivery.attempt());
          return noted(channel.send(assignment), span);
        });
  }

  @Override
  public DeliveryOutcome abandon(Assignment assignment, String reason) {
    return channel.abandon(assignment, reason);
  }

  private static DeliveryOutcome noted(DeliveryOutcome outcome, Span span) {
    span.setAttribute("octroi.delivery.code", outcome.code());
    switch (outcome) {
      case Sent _, Dropped _ -> {}
      case RetryLater _, Refused _ -> span.setStatus(StatusCode.ERROR);
    }
    return outcome;
  }
}
