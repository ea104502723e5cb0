package io.octroi.payment.backfill;

import java.time.Instant;

/**
 * Something that a provider lists by its beginning, and that may still end in several ways.
 *
 * @param kind what it is, such as {@code refund}
 * @param reference by which the provider's API is asked for it
 * @param since under which time it is listed
 * @param holds whether money may have come by it, so that nothing is complete beyond it
 */
record Undecided(String kind, String reference, Instant since, boolean holds) {}
