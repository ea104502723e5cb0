package io.octroi.subscription.subscription;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.subscription.period.Period;
import java.util.List;
import java.util.UUID;

/**
 * What a change of payments comes to.
 *
 * @param after the subscription as it is to be stored
 * @param periods all of its periods
 * @param events what readers are told, in order
 * @param announced the payments that {@code events} tell of for the first time
 * @param late payments that are new here and whose time is over, so that nobody is told of them
 */
record Outcome(
    Subscription after,
    List<Period> periods,
    List<SubscriptionEvent> events,
    List<UUID> announced,
    List<UUID> late) {}
