package io.octroi.payment.payment;

import io.octroi.contracts.DisputedTime;
import io.octroi.payment.payment.PaymentFact.DisputeLost;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.DisputeWon;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a payment's disputes stand. A dispute that was ever lost is lost, even if another event calls
 * it won: the doubt costs less than access for money that is gone.
 *
 * @param open whether a dispute was opened that is neither won nor lost
 * @param lost whether any dispute was lost
 * @param times when the payment was contested, in order and without overlap, to the microsecond;
 *     from the first event that opened a dispute to the first that called it won. Lost disputes are
 *     left out: after them nothing is to be made good
 */
record Disputes(boolean open, boolean lost, List<DisputedTime> times) {
  static Disputes of(List<Evidence> evidence) {
    Map<String, Instant> opened = new HashMap<>();
    Map<String, Instant> won = new HashMap<>();
    Set<String> lost = new HashSet<>();
    for (Evidence e : evidence) {
      Instant at = e.at().truncatedTo(ChronoUnit.MICROS);
      for (PaymentFact fact : e.facts()) {
        if (fact instanceof DisputeOpened d) {
          opened.merge(d.dispute(), at, Disputes::earlier);
        } else if (fact instanceof DisputeWon d) {
          won.merge(d.dispute(), at, Disputes::earlier);
        } else if (fact instanceof DisputeLost d) {
          lost.add(d.dispute());
        }
      }
    }
    boolean open = !won.keySet().containsAll(opened.keySet());
    opened.keySet().removeAll(lost);
    return new Disputes(open, !lost.isEmpty(), times(opened, won));
  }

  private static List<DisputedTime> times(Map<String, Instant> opened, Map<String, Instant> won) {
    List<DisputedTime> each = new ArrayList<>();
    opened.forEach((dispute, from) -> {
      Instant until = won.get(dispute);
      if (until == null || until.isAfter(from)) {
        each.add(new DisputedTime(from, until));
      }
    });
    each.sort(Comparator.comparing(DisputedTime::from));
    List<DisputedTime> times = new ArrayList<>();
    for (DisputedTime time : each) {
      DisputedTime last = times.isEmpty() ? null : times.getLast();
      if (last == null || endsBefore(last, time.from())) {
        times.add(time);
      } else {
        times.set(times.size() - 1, new DisputedTime(last.from(), later(last, time)));
      }
    }
    return List.copyOf(times);
  }

  private static boolean endsBefore(DisputedTime time, Instant instant) {
    Instant until = time.until();
    return until != null && until.isBefore(instant);
  }

  private static @Nullable Instant later(DisputedTime one, DisputedTime other) {
    Instant until = one.until();
    Instant otherUntil = other.until();
    if (until == null || otherUntil == null) {
      return null;
    }
    return until.isAfter(otherUntil) ? until : otherUntil;
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }
}
