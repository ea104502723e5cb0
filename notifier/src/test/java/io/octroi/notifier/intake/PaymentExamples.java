package io.octroi.notifier.intake;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of one payment of 10 000 XOF.
 *
 * @param at when they happen
 */
public record PaymentExamples(
    UUID paymentId, String customerId, String planCode, Contact contact, Instant at) {
  private static final Money PRICE = xof(10_000);

  public PaymentEvent failed(long version) {
    return new PaymentEvent.PaymentFailed(
        at, snapshot(version, PaymentStatus.FAILED, null, null, null));
  }

  public PaymentEvent succeeded(long version) {
    return new PaymentEvent.PaymentSucceeded(
        at, snapshot(version, PaymentStatus.SUCCEEDED, xof(0), at, null));
  }

  /** So much went back in all. */
  public PaymentEvent refunded(long version, long total) {
    PaymentStatus status =
        total == PRICE.minorUnits() ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
    return new PaymentEvent.PaymentRefunded(at, snapshot(version, status, xof(total), at, null));
  }

  public PaymentEvent disputed(long version) {
    List<DisputedTime> open = List.of(new DisputedTime(at, null));
    return new PaymentEvent.PaymentDisputed(
        at, snapshot(version, PaymentStatus.DISPUTED, xof(0), at, open));
  }

  public PaymentEvent won(long version) {
    List<DisputedTime> over = List.of(new DisputedTime(at, at));
    return new PaymentEvent.DisputeWon(
        at, snapshot(version, PaymentStatus.SUCCEEDED, xof(0), at, over));
  }

  public PaymentEvent lost(long version) {
    return new PaymentEvent.PaymentLost(
        at, snapshot(version, PaymentStatus.LOST, xof(0), at, null));
  }

  /** The newest event again, in a version that says nothing new. */
  public PaymentEvent amended(PaymentEvent.OfPayment event) {
    PaymentSnapshot told = event.payment();
    return new PaymentEvent.PaymentAmended(
        at,
        snapshot(
            told.version() + 1,
            told.status(),
            told.refunded(),
            told.paidAt(),
            told.disputedTimes()));
  }

  public PaymentExamples at(Instant other) {
    return new PaymentExamples(paymentId, customerId, planCode, contact, other);
  }

  private static Money xof(long amount) {
    return Money.of(amount, "XOF");
  }

  private PaymentSnapshot snapshot(
      long version,
      PaymentStatus status,
      @Nullable Money refunded,
      @Nullable Instant paidAt,
      @Nullable List<DisputedTime> disputes) {
    return new PaymentSnapshot(
        paymentId,
        version,
        "wave",
        "wave-main",
        "cos-" + paymentId,
        customerId,
        planCode,
        PRICE,
        refunded,
        status,
        paidAt,
        contact,
        disputes);
  }
}
