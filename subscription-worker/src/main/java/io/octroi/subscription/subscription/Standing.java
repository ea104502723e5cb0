package io.octroi.subscription.subscription;

import io.octroi.subscription.period.Span;

/** Whether a subscription lets its customer in. */
public sealed interface Standing {
  /** No payment ever counted; nobody was told of it. */
  record Unpaid() implements Standing {}

  /** The customer is in. {@code span} may be over: then the clock is about to end it. */
  record Active(Span span) implements Standing {}

  /** The customer is out. */
  record Expired(Span span) implements Standing {}
}
