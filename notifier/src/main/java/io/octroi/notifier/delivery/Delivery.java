package io.octroi.notifier.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that a worker has taken.
 *
 * @param target the chat it acts on, or empty
 * @param attempt number of this attempt, from 1
 * @param countedFailures earlier attempts that count against the limit
 * @param firstTriedAt when the first attempt began
 * @param leaseToken who has it; only the holder's result is recorded
 */
public record Delivery(
    UUID id,
    UUID notificationId,
    DeliveryAction action,
    String target,
    int attempt,
    int countedFailures,
    Instant firstTriedAt,
    UUID leaseToken) {}
