package io.octroi.notifier.payment;

import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest that is known of a payment.
 *
 * @param amount what was paid, or asked; absent where it is unknown
 * @param refunded what went back so far
 * @param paidAt when the money was there; absent where it never was, as far as that version knows
 * @param everPaid whether any version said that the money was there
 * @param disputes how often it was contested, a lost dispute not counted
 * @param merged another payment stands for this one
 */
public record PaymentState(
    UUID paymentId,
    long version,
    String customerId,
    String planCode,
    PaymentStatus status,
    @Nullable Money amount,
    @Nullable Money refunded,
    @Nullable Instant paidAt,
    boolean everPaid,
    int disputes,
    boolean merged) {

  public static PaymentState of(PaymentSnapshot payment) {
    int disputes = payment.disputedTimes() == null ? 0 : payment.disputedTimes().size();
    return new PaymentState(
        payment.paymentId(),
        payment.version(),
        payment.customerId(),
        payment.planCode(),
        payment.status(),
        payment.amount(),
        payment.refunded(),
        payment.paidAt(),
        payment.paidAt() != null,
        // An event from before the times were told says that there is one all the same.
        payment.status() == PaymentStatus.DISPUTED ? Math.max(1, disputes) : disputes,
        false);
  }

  /** A payment that has no word of its own any more. */
  public static PaymentState of(PaymentMerged merge) {
    return new PaymentState(
        merge.paymentId(),
        merge.version(),
        merge.customerId(),
        "",
        PaymentStatus.PENDING,
        null,
        null,
        null,
        false,
        0,
        true);
  }

  /** The newer of two, which was paid once where either was. */
  public PaymentState join(PaymentState other) {
    PaymentState newer = other.version > version ? other : this;
    return new PaymentState(
        paymentId,
        newer.version,
        newer.customerId,
        newer.planCode,
        newer.status,
        newer.amount,
        newer.refunded,
        newer.paidAt,
        everPaid || other.everPaid,
        newer.disputes,
        newer.merged);
  }

  /** Whether it was paid, and nothing has happened to it since. */
  public boolean isPaidAndNoMore() {
    return status == PaymentStatus.SUCCEEDED && disputes == 0 && !isRefunded() && !merged;
  }

  /** Whether it came to nothing, and no version of it ever said otherwise. */
  public boolean isFailed() {
    return status == PaymentStatus.FAILED && !everPaid && !merged;
  }

  /** Whether something went back. */
  public boolean isRefunded() {
    return refunded != null && !refunded.isZero() && !merged;
  }

  /** Whether it is contested, and the outcome is open. */
  public boolean isDisputed() {
    return status == PaymentStatus.DISPUTED && !merged;
  }

  /** Whether it was contested, and the money is gone. */
  public boolean isLost() {
    return status == PaymentStatus.LOST && !merged;
  }

  /** Whether it was contested, is no longer, and the money stayed. */
  public boolean isDisputeWon() {
    return disputes > 0 && !merged && isSettled();
  }

  private boolean isSettled() {
    return switch (status) {
      case SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED -> true;
      case PENDING, FAILED, DISPUTED, LOST -> false;
    };
  }
}
