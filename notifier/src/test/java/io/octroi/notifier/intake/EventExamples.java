package io.octroi.notifier.intake;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionActivated;
import io.octroi.contracts.SubscriptionEvent.SubscriptionAmended;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionReminderDue;
import io.octroi.contracts.SubscriptionEvent.SubscriptionRenewed;
import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.contracts.SubscriptionStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * The events of one subscription.
 *
 * @param at when they happen
 */
public record EventExamples(
    UUID subscriptionId, String customerId, String family, Contact contact, Instant at) {

  public SubscriptionActivated activated(long version, UUID paymentId, Instant endsAt) {
    return new SubscriptionActivated(
        at, active(version, endsAt), paymentId, Money.of(10_000, "XOF"));
  }

  public SubscriptionRenewed renewed(long version, UUID paymentId, Instant endsAt) {
    return new SubscriptionRenewed(at, active(version, endsAt), paymentId, Money.of(10_000, "XOF"));
  }

  public SubscriptionEvent reminder(long version, Instant endsAt) {
    return new SubscriptionReminderDue(at, active(version, endsAt));
  }

  public SubscriptionEvent amended(long version, Instant endsAt) {
    return new SubscriptionAmended(at, active(version, endsAt));
  }

  public SubscriptionEvent expired(long version, Instant endsAt) {
    return new SubscriptionExpired(
        at,
        snapshot(version, SubscriptionStatus.EXPIRED, endsAt),
        SubscriptionExpired.Reason.PERIOD_OVER);
  }

  public SubscriptionEvent reversed(long version, Instant endsAt) {
    return new SubscriptionExpired(
        at,
        snapshot(version, SubscriptionStatus.EXPIRED, endsAt),
        SubscriptionExpired.Reason.PAYMENT_REVERSED);
  }

  public EventExamples with(Contact other) {
    return new EventExamples(subscriptionId, customerId, family, other, at);
  }

  public EventExamples at(Instant other) {
    return new EventExamples(subscriptionId, customerId, family, contact, other);
  }

  private SubscriptionSnapshot active(long version, Instant endsAt) {
    return snapshot(version, SubscriptionStatus.ACTIVE, endsAt);
  }

  private SubscriptionSnapshot snapshot(long version, SubscriptionStatus status, Instant endsAt) {
    return new SubscriptionSnapshot(
        subscriptionId,
        version,
        customerId,
        family,
        family + "-monthly",
        status,
        endsAt.minusSeconds(30 * 86_400),
        endsAt,
        contact);
  }
}
