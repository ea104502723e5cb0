package io.octroi.subscription.reconciliation;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment as this worker took it in.
 *
 * @param version -1 where only a merge was heard of
 * @param unknownPlan its plan is not configured, so that it grants nothing
 * @param held it may not be used for a time, by policy
 * @param merged another payment stands for it
 * @param period whether it has one
 * @param digest of what was taken in
 */
record KnownPayment(
    UUID id,
    long version,
    boolean unknownPlan,
    boolean held,
    boolean merged,
    boolean period,
    Instant updatedAt,
    String digest) {}
