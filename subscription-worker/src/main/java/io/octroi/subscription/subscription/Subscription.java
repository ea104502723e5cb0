package io.octroi.subscription.subscription;

import io.octroi.contracts.Contact;
import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.contracts.SubscriptionStatus;
import io.octroi.subscription.period.Span;
import java.util.UUID;

/**
 * A customer's subscription to a family of plans.
 *
 * @param version grows with each change and each event
 * @param planCode the plan of the last period; empty while nothing is paid
 */
public record Subscription(
    UUID id,
    long version,
    SubscriptionKey key,
    String planCode,
    Standing standing,
    Contact contact) {

  static Subscription unpaid(UUID id, SubscriptionKey key) {
    return new Subscription(id, 0, key, "", new Standing.Unpaid(), Contact.UNKNOWN);
  }

  public boolean active() {
    return standing instanceof Standing.Active;
  }

  /** The next version, which is over. */
  public Subscription expired() {
    return switch (standing) {
      case Standing.Unpaid s -> throw neverTold();
      case Standing.Active s -> next(new Standing.Expired(s.span()));
      case Standing.Expired s -> next(s);
    };
  }

  /** The next version, which stands as told. */
  public Subscription next(Standing newStanding) {
    return new Subscription(id, version + 1, key, planCode, newStanding, contact);
  }

  /** What readers are told. */
  public SubscriptionSnapshot snapshot() {
    return switch (standing) {
      case Standing.Unpaid s -> throw neverTold();
      case Standing.Active s -> snapshot(SubscriptionStatus.ACTIVE, s.span());
      case Standing.Expired s -> snapshot(SubscriptionStatus.EXPIRED, s.span());
    };
  }

  private SubscriptionSnapshot snapshot(SubscriptionStatus status, Span span) {
    return new SubscriptionSnapshot(
        id,
        version,
        key.customerId(),
        key.family(),
        planCode,
        status,
        span.startsAt(),
        span.endsAt(),
        contact);
  }

  private static IllegalStateException neverTold() {
    return new IllegalStateException("nobody is told of a subscription that nothing was paid for");
  }
}
