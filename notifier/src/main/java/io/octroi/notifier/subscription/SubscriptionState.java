package io.octroi.notifier.subscription;

import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.contracts.SubscriptionStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * The newest that is known of a subscription.
 *
 * @param reversed access is over because its payment went back to the payer
 */
public record SubscriptionState(
    UUID subscriptionId,
    long version,
    String customerId,
    String family,
    String planCode,
    SubscriptionStatus status,
    Instant endsAt,
    boolean reversed) {

  public static SubscriptionState of(SubscriptionSnapshot snapshot, boolean reversed) {
    return new SubscriptionState(
        snapshot.subscriptionId(),
        snapshot.version(),
        snapshot.customerId(),
        snapshot.family(),
        snapshot.planCode(),
        snapshot.status(),
        snapshot.endsAt(),
        reversed);
  }

  /** Whether access is over at {@code now}, told or not yet told. */
  public boolean isOverAt(Instant now) {
    return status == SubscriptionStatus.EXPIRED || !now.isBefore(endsAt);
  }

  /** Whether nothing has said yet that access is over; its end may have passed. */
  public boolean isActive() {
    return status == SubscriptionStatus.ACTIVE;
  }

  /** Whether access was opened by something newer than {@code olderVersion}. */
  public boolean isActiveSince(long olderVersion) {
    return status == SubscriptionStatus.ACTIVE && version > olderVersion;
  }
}
