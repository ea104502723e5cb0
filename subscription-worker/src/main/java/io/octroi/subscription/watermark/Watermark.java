package io.octroi.subscription.watermark;

import java.time.Instant;

/** Everything that an endpoint's provider had to tell until {@code completeUntil} is known. */
public record Watermark(String endpoint, String provider, Instant completeUntil, Instant heardAt) {}
