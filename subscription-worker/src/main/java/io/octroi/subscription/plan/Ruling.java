package io.octroi.subscription.plan;

import io.octroi.subscription.period.Span;
import java.util.List;

/** What a payment grants under a policy. */
public sealed interface Ruling {
  /** Its plan's days, which may not be used while {@code held}; an open hold has no end. */
  record In(List<Span> held) implements Ruling {
    public In {
      held = List.copyOf(held);
    }
  }

  /** Nothing. */
  record Out() implements Ruling {}
}
