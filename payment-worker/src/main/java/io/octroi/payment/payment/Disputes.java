package io.octroi.payment.payment;

import io.octroi.payment.payment.PaymentFact.DisputeLost;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.DisputeWon;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a payment's disputes stand. A dispute that was ever lost is lost, even if another event calls
 * it won: the doubt costs less than access for money that is gone.
 *
 * @param open whether a dispute was opened that is neither won nor lost
 * @param lost whether any dispute was lost
 */
record Disputes(boolean open, boolean lost) {
  static Disputes of(List<Evidence> evidence) {
    Set<String> opened = new HashSet<>();
    Set<String> ended = new HashSet<>();
    boolean lost = false;
    for (Evidence e : evidence) {
      for (PaymentFact fact : e.facts()) {
        if (fact instanceof DisputeOpened d) {
          opened.add(d.dispute());
        } else if (fact instanceof DisputeWon d) {
          ended.add(d.dispute());
        } else if (fact instanceof DisputeLost) {
          lost = true;
        }
      }
    }
    opened.removeAll(ended);
    return new Disputes(!opened.isEmpty(), lost);
  }
}
