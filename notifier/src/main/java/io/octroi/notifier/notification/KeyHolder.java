package io.octroi.notifier.notification;

import java.time.Instant;
import java.util.UUID;

/** Which event made the notification that holds a key. */
public record KeyHolder(UUID subscriptionId, long version, Instant occurredAt) {

  /** Whether the event behind {@code candidate} came after the one that took the key. */
  public boolean isBefore(Notification candidate) {
    boolean sameSubscription = subscriptionId.equals(candidate.access().subscriptionId());
    return sameSubscription
        ? version < candidate.access().version()
        : occurredAt.isBefore(candidate.occurredAt());
  }
}
