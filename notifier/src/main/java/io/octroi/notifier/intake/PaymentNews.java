package io.octroi.notifier.intake;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.notifier.contact.ToldContact;
import io.octroi.notifier.payment.PaymentState;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event says about a payment.
 *
 * @param occurredAt when that happened, by the provider's clock
 * @param traceparent the trace that the event belongs to
 */
record PaymentNews(
    PaymentState state, ToldContact contact, Instant occurredAt, String traceparent) {

  /** Empty for an event about no payment. */
  static Optional<PaymentNews> of(PaymentEvent event, String traceparent) {
    return switch (event) {
      case OfPayment e ->
          Optional.of(news(e, PaymentState.of(e.payment()), e.payment().contact(), traceparent));
      case PaymentMerged e ->
          Optional.of(news(e, PaymentState.of(e), Contact.UNKNOWN, traceparent));
      case AgreementUpdated e -> Optional.empty();
    };
  }

  private static PaymentNews news(
      PaymentEvent event, PaymentState state, Contact contact, String traceparent) {
    ToldContact told =
        new ToldContact(
            state.paymentId(), state.version(), state.customerId(), event.occurredAt(), contact);
    return new PaymentNews(state, told, event.occurredAt(), traceparent);
  }

  /** The same about the payment as it is known by now. */
  PaymentNews with(PaymentState known) {
    return new PaymentNews(known, contact, occurredAt, traceparent);
  }

  /** The newer of two about the same payment, with the other's contact where it has none. */
  PaymentNews join(PaymentNews other) {
    PaymentNews newer = other.state.version() > state.version() ? other : this;
    return new PaymentNews(
        state.join(other.state), contact.join(other.contact), newer.occurredAt, newer.traceparent);
  }
}
