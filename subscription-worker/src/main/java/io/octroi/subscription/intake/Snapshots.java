package io.octroi.subscription.intake;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import io.octroi.messaging.UnprocessableRecordException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Refuses what JSON can say and a payment event cannot mean. */
final class Snapshots {
  private Snapshots() {}

  /**
   * The event's payment, with its time cut to the microseconds that the database keeps.
   *
   * @throws UnprocessableRecordException where something is missing that the contract promises
   */
  static PaymentSnapshot checked(OfPayment event) {
    PaymentSnapshot payment = event.payment();
    require(payment, "payment");
    require(payment.paymentId(), "payment_id");
    require(payment.provider(), "provider");
    require(payment.reference(), "reference");
    require(payment.customerId(), "customer_id");
    require(payment.planCode(), "plan_code");
    require(payment.status(), "status");
    if (payment.status() == PaymentStatus.SUCCEEDED) {
      require(payment.paidAt(), "paid_at");
      require(payment.amount(), "amount");
    }
    return whole(payment);
  }

  static void check(PaymentMerged event) {
    require(event.paymentId(), "payment_id");
    require(event.customerId(), "customer_id");
    require(event.intoPaymentId(), "into_payment_id");
    if (event.paymentId().equals(event.intoPaymentId())) {
      throw new UnprocessableRecordException(
          "merged_into_itself", "a payment cannot stand for itself");
    }
  }

  static void check(AgreementUpdated event) {
    require(event.provider(), "provider");
    require(event.agreement(), "agreement");
    require(event.customerId(), "customer_id");
    require(event.status(), "status");
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null || value.equals("")) {
      throw new UnprocessableRecordException("missing_" + name, name + " is missing");
    }
  }

  @SuppressWarnings("RedundantNullCheck") // JSON may leave out what the contract promises
  private static PaymentSnapshot whole(PaymentSnapshot payment) {
    Instant paidAt = payment.paidAt();
    Contact contact = payment.contact();
    return new PaymentSnapshot(
        payment.paymentId(),
        payment.version(),
        payment.provider(),
        payment.endpoint(),
        payment.reference(),
        payment.customerId(),
        payment.planCode(),
        payment.amount(),
        payment.refunded(),
        payment.status(),
        paidAt == null ? null : paidAt.truncatedTo(ChronoUnit.MICROS),
        contact == null ? Contact.UNKNOWN : contact);
  }
}
