package io.octroi.payment.payment;

import io.octroi.contracts.Money;
import io.octroi.payment.payment.PaymentFact.Refund;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of a payment went back.
 *
 * <p>Providers tell it twice: as a running total per charge, and refund by refund. The larger of
 * the two counts, since either may have been missed. A refund that failed is not counted: it is
 * taken off every running total that was reported no later than the failure, because that total
 * still holds it. Where this takes off too much (a total from before the refund was even asked for)
 * the payment looks less refunded than it is, which lets nobody down who paid, and the next running
 * total sets it right.
 */
final class Refunds {
  private final @Nullable Money paid;
  private final List<Reported> reported = new ArrayList<>();
  private final Map<String, Single> singles = new HashMap<>();
  private boolean currenciesDiffer;

  private Refunds(@Nullable Money paid) {
    this.paid = paid;
  }

  /**
   * @param paid what the payment's amount is; refunds in another currency are left out
   */
  static Refunds of(List<Evidence> evidence, @Nullable Money paid) {
    Refunds refunds = new Refunds(paid);
    for (Evidence e : evidence) {
      for (PaymentFact fact : e.facts()) {
        if (fact instanceof RefundedTo r && refunds.counts(r.total())) {
          refunds.reported.add(new Reported(r.charge(), e.at(), r.total().minorUnits()));
        } else if (fact instanceof Refund r && refunds.counts(r.amount())) {
          refunds.singles.merge(r.refund(), Single.of(r, e.at()), Single::join);
        }
      }
    }
    return refunds;
  }

  boolean currenciesDiffer() {
    return currenciesDiffer;
  }

  /** What went back, at most what was paid; absent where it is not known what was paid. */
  @Nullable Money total() {
    if (paid == null) {
      return null;
    }
    long back = Math.max(runningTotals(), sumOfSucceeded());
    return new Money(Math.min(back, paid.minorUnits()), paid.currency());
  }

  private long sumOfSucceeded() {
    return singles.values().stream()
        .filter(s -> s.status == RefundStatus.SUCCEEDED)
        .mapToLong(Single::amount)
        .reduce(0, Refunds::capped);
  }

  private long runningTotals() {
    long sum = 0;
    for (String charge : new TreeSet<>(reported.stream().map(Reported::charge).toList())) {
      sum =
          capped(
              sum,
              reported.stream()
                  .filter(r -> r.charge.equals(charge))
                  .mapToLong(this::withoutFailed)
                  .max()
                  .orElse(0));
    }
    return sum;
  }

  private long withoutFailed(Reported total) {
    long failed =
        singles.values().stream()
            .filter(s -> s.failedNotBefore(total))
            .mapToLong(Single::amount)
            .reduce(0, Refunds::capped);
    return Math.max(0, total.amount - failed);
  }

  private boolean counts(Money money) {
    if (paid == null || !paid.currency().equals(money.currency())) {
      currenciesDiffer |= paid != null;
      return false;
    }
    return true;
  }

  /** A sum that stops at the largest number instead of turning round. */
  private static long capped(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  private record Reported(String charge, Instant at, long amount) {}

  /** One refund by all its events: the last status, the latest failure, the largest amount. */
  private record Single(String charge, RefundStatus status, Instant failedAt, long amount) {
    static Single of(Refund refund, Instant at) {
      Instant failedAt = refund.status() == RefundStatus.FAILED ? at : Instant.MIN;
      return new Single(refund.charge(), refund.status(), failedAt, refund.amount().minorUnits());
    }

    Single join(Single other) {
      return new Single(
          charge.compareTo(other.charge) >= 0 ? charge : other.charge,
          status.compareTo(other.status) >= 0 ? status : other.status,
          failedAt.isAfter(other.failedAt) ? failedAt : other.failedAt,
          Math.max(amount, other.amount));
    }

    boolean failedNotBefore(Reported total) {
      return status == RefundStatus.FAILED
          && !failedAt.isBefore(total.at)
          && (charge.isEmpty() || charge.equals(total.charge));
    }
  }
}
