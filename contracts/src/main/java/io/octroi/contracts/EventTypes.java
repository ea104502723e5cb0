package io.octroi.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The CloudEvents type of each event record, and back. */
public final class EventTypes {
  private static final Map<Class<? extends DomainEvent>, String> NAMES = names();

  private EventTypes() {}

  /** The {@code ce_type} of an event. */
  public static String nameOf(Class<? extends DomainEvent> event) {
    String name = NAMES.get(event);
    if (name == null) {
      throw new IllegalArgumentException(event + " has no CloudEvents type");
    }
    return name;
  }

  /** The record class of a {@code ce_type}; empty for a type that this version does not know. */
  public static Optional<Class<? extends DomainEvent>> classOf(String name) {
    for (Map.Entry<Class<? extends DomainEvent>, String> entry : NAMES.entrySet()) {
      if (entry.getValue().equals(name)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  /** Every event record and its type, in the order of their declaration. */
  public static Map<Class<? extends DomainEvent>, String> all() {
    return NAMES;
  }

  private static Map<Class<? extends DomainEvent>, String> names() {
    Map<Class<? extends DomainEvent>, String> names = new LinkedHashMap<>();
    names.put(PaymentEvent.PaymentPending.class, "octroi.payment.pending.v1");
    names.put(PaymentEvent.PaymentSucceeded.class, "octroi.payment.succeeded.v1");
    names.put(PaymentEvent.PaymentFailed.class, "octroi.payment.failed.v1");
    names.put(PaymentEvent.PaymentRefunded.class, "octroi.payment.refunded.v1");
    names.put(PaymentEvent.PaymentDisputed.class, "octroi.payment.disputed.v1");
    names.put(PaymentEvent.DisputeWon.class, "octroi.payment.dispute_won.v1");
    names.put(PaymentEvent.PaymentLost.class, "octroi.payment.lost.v1");
    names.put(PaymentEvent.PaymentAmended.class, "octroi.payment.amended.v1");
    names.put(PaymentEvent.PaymentMerged.class, "octroi.payment.merged.v1");
    names.put(PaymentEvent.AgreementUpdated.class, "octroi.agreement.updated.v1");
    names.put(SubscriptionEvent.SubscriptionActivated.class, "octroi.subscription.activated.v1");
    names.put(SubscriptionEvent.SubscriptionRenewed.class, "octroi.subscription.renewed.v1");
    names.put(SubscriptionEvent.SubscriptionShortened.class, "octroi.subscription.shortened.v1");
    names.put(SubscriptionEvent.SubscriptionAmended.class, "octroi.subscription.amended.v1");
    names.put(
        SubscriptionEvent.SubscriptionReminderDue.class, "octroi.subscription.reminder_due.v1");
    names.put(SubscriptionEvent.SubscriptionExpired.class, "octroi.subscription.expired.v1");
    names.put(WatermarkEvent.WatermarkAdvanced.class, "octroi.watermark.advanced.v1");
    return Collections.unmodifiableMap(names);
  }
}
