package io.octroi.payment.backfill;

import java.time.Instant;

/**
 * An endpoint that this instance may poll now.
 *
 * @param fills how many polls before found something to fetch, in a row
 * @param fence changes with every claim: who holds an older one no longer may record anything
 */
record Claimed(String endpoint, Instant completeUntil, int fills, long fence) {}
