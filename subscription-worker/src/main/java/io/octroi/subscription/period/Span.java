package io.octroi.subscription.period;

import java.time.Instant;

/** An unbroken run of periods. */
public record Span(Instant startsAt, Instant endsAt) {}
