package io.octroi.subscription.subscription;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.subscription.period.PaidTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A payment in the eyes of a subscription. */
sealed interface Grant {
  /** Newest first, for what the newest payment knows best. */
  Comparator<Grant> NEWEST_FIRST =
      Comparator.comparing(Grant::orderedAt)
          .thenComparing(Grant::name)
          .thenComparing(Grant::paymentId)
          .reversed();

  UUID paymentId();

  /** What the payment is called at its provider. */
  String name();

  String planCode();

  Contact contact();

  /** When it was paid, or long ago where that is not known. */
  Instant orderedAt();

  /**
   * It grants its period.
   *
   * @param announced whether readers have been told of this payment before
   */
  record Counted(String planCode, Contact contact, PaidTime time, Money amount, boolean announced)
      implements Grant {
    @Override
    public UUID paymentId() {
      return time.paymentId();
    }

    @Override
    public String name() {
      return time.name();
    }

    @Override
    public Instant orderedAt() {
      return time.paidAt();
    }
  }

  /** It grants nothing: not paid yet, failed, paid back, lost or merged into another. */
  record Uncounted(UUID paymentId, String name, String planCode, Contact contact, Instant orderedAt)
      implements Grant {}

  /** How to reach the customer: what the newest payment says, completed from older ones. */
  static Contact contactOf(List<Grant> grants) {
    return grants.stream()
        .sorted(NEWEST_FIRST)
        .map(Grant::contact)
        .reduce(Contact.UNKNOWN, Contact::orElse);
  }
}
