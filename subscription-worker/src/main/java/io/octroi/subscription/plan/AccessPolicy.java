package io.octroi.subscription.plan;

import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.subscription.period.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What refunds and disputes do to the time that a payment granted. A full refund and a lost dispute
 * always take it out.
 *
 * @param whileDisputed whether its time goes on while a dispute is open
 * @param onPartialRefund what becomes of it when some of the money went back
 * @param partialRefundShare the part of the money, 0 to 1, from which on a partial refund takes it
 *     out, where it does
 * @param creditHeldTime whether time held during a dispute that was won is given back at the end
 */
public record AccessPolicy(
    WhileDisputed whileDisputed,
    OnPartialRefund onPartialRefund,
    BigDecimal partialRefundShare,
    boolean creditHeldTime) {
  /** In doubt the member stays. */
  public static final AccessPolicy LENIENT =
      new AccessPolicy(WhileDisputed.KEEP, OnPartialRefund.KEEP, BigDecimal.ZERO, true);

  /**
   * What {@code payment} grants as it stands. A payment of which the time or the amount is not told
   * yet waits for a version that tells it.
   */
  public Ruling rule(PaymentSnapshot payment) {
    Money amount = payment.amount();
    if (payment.paidAt() == null || amount == null) {
      return new Ruling.Out();
    }
    return switch (payment.status()) {
      case SUCCEEDED -> new Ruling.In(credited(payment));
      case PARTIALLY_REFUNDED -> partlyRefunded(payment, amount);
      case DISPUTED -> disputed(payment, amount);
      case PENDING, FAILED, REFUNDED, LOST -> new Ruling.Out();
    };
  }

  private Ruling partlyRefunded(PaymentSnapshot payment, Money amount) {
    return refundPutsOut(payment.refunded(), amount)
        ? new Ruling.Out()
        : new Ruling.In(credited(payment));
  }

  /** The dispute hides from the status what went back before it. */
  private Ruling disputed(PaymentSnapshot payment, Money amount) {
    Money refunded = payment.refunded();
    if (refunded != null && !refunded.isZero() && refundPutsOut(refunded, amount)) {
      return new Ruling.Out();
    }
    if (whileDisputed == WhileDisputed.KEEP) {
      return new Ruling.In(List.of());
    }
    List<Span> held = new ArrayList<>(credited(payment));
    int before = held.size();
    for (DisputedTime time : times(payment)) {
      if (time.until() == null) {
        held.add(new Span(time.from(), Instant.MAX));
      }
    }
    // Where nobody says since when it is disputed, the whole of it is held.
    return held.size() == before ? new Ruling.Out() : new Ruling.In(held);
  }

  private boolean refundPutsOut(@Nullable Money refunded, Money amount) {
    if (refunded == null) {
      return onPartialRefund == OnPartialRefund.OUT && partialRefundShare.signum() == 0;
    }
    if (refunded.compareTo(amount) >= 0) {
      return true;
    }
    BigDecimal bound = partialRefundShare.multiply(BigDecimal.valueOf(amount.minorUnits()));
    return onPartialRefund == OnPartialRefund.OUT
        && BigDecimal.valueOf(refunded.minorUnits()).compareTo(bound) >= 0;
  }

  private List<Span> credited(PaymentSnapshot payment) {
    List<Span> spans = new ArrayList<>();
    if (whileDisputed == WhileDisputed.HOLD && creditHeldTime) {
      for (DisputedTime time : times(payment)) {
        Instant until = time.until();
        if (until != null) {
          spans.add(new Span(time.from(), until));
        }
      }
    }
    return spans;
  }

  private static List<DisputedTime> times(PaymentSnapshot payment) {
    List<DisputedTime> times = payment.disputedTimes();
    return times == null ? List.of() : times;
  }
}
