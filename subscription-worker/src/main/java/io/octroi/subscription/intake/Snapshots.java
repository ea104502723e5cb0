package io.octroi.subscription.intake;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import io.octroi.messaging.UnprocessableRecordException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    check(payment.disputedTimes());
    checkCurrencies(payment.amount(), payment.refunded());
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

  private static void check(@Nullable List<DisputedTime> times) {
    if (times != null) {
      for (DisputedTime time : times) {
        require(time, "disputed_time");
        require(time.from(), "disputed_time_from");
      }
    }
  }

  private static void checkCurrencies(@Nullable Money amount, @Nullable Money refunded) {
    if (amount != null && refunded != null && !amount.currency().equals(refunded.currency())) {
      throw new UnprocessableRecordException(
          "refund_in_other_currency", "a refund is in the currency of its payment");
    }
  }

  private static @Nullable List<DisputedTime> whole(@Nullable List<DisputedTime> times) {
    return times == null ? null : times.stream().map(Snapshots::whole).toList();
  }

  private static DisputedTime whole(DisputedTime time) {
    Instant until = time.until();
    return new DisputedTime(
        time.from().truncatedTo(ChronoUnit.MICROS),
        until == null ? null : until.truncatedTo(ChronoUnit.MICROS));
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
        contact == null ? Contact.UNKNOWN : contact,
        whole(payment.disputedTimes()));
  }
}
