package io.octroi.payment.agreement;

import io.octroi.contracts.AgreementStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about an agreement.
 *
 * @param agreement the provider's id, such as Stripe's {@code sub_…}
 * @param source how directly the event speaks about the agreement
 * @param endsAt when the provider will stop or has stopped it, where the event tells
 * @param planCode the plan it is for, where the event tells
 * @param providerCustomer the provider's customer it belongs to, where the event tells
 */
public record AgreementFact(
    String agreement,
    Source source,
    AgreementStatus status,
    @Nullable Instant endsAt,
    @Nullable String planCode,
    @Nullable String providerCustomer) {

  /**
   * How directly an event speaks about an agreement; of two at the same time the later one wins.
   */
  public enum Source {
    /** The checkout in which it was made. */
    CHECKOUT,
    /** An attempt to collect one of its invoices. */
    COLLECTION,
    /** The agreement itself. */
    AGREEMENT
  }
}
