package io.octroi.subscription.subscription;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import io.octroi.subscription.plan.AccessPolicy;
import io.octroi.subscription.plan.OnPartialRefund;
import io.octroi.subscription.plan.WhileDisputed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the payments of one customer, drawn at random: checkouts paid over two
 * providers, some at the same instant, refunds in parts, disputes opened, won and lost.
 *
 * @param histories every version of each payment, in order
 */
record AccessWalk(AccessPolicy policy, List<List<PaymentSnapshot>> histories) {
  static final int DAYS = 30;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** When everybody has heard of everything: before the first period can be over. */
  static final Instant NOW = START.plus(Duration.ofDays(DAYS - 1));

  static AccessWalk of(RandomGenerator random) {
    AccessPolicy policy =
        new AccessPolicy(
            random.nextInt(3) == 0 ? WhileDisputed.KEEP : WhileDisputed.HOLD,
            random.nextBoolean() ? OnPartialRefund.KEEP : OnPartialRefund.OUT,
            new BigDecimal(random.nextInt(11)).movePointLeft(1),
            random.nextInt(4) > 0);
    int hour = 0;
    List<List<PaymentSnapshot>> histories = new ArrayList<>();
    for (int number = random.nextInt(1, 5); number > 0; number--) {
      hour += random.nextBoolean() ? 0 : random.nextInt(200);
      histories.add(new History(new UUID(0, number), hour, random).snapshots());
    }
    return new AccessWalk(policy, histories);
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  /** One payment as it goes. */
  private static final class History {
    private final UUID id;
    private final Instant paidAt;
    private final RandomGenerator random;
    private final String provider;
    private final List<PaymentSnapshot> snapshots = new ArrayList<>();
    private final List<DisputedTime> won = new ArrayList<>();
    private @Nullable Instant openSince;
    private long refunded;
    private boolean lost;

    History(UUID id, int hour, RandomGenerator random) {
      this.id = id;
      this.paidAt = hour(hour);
      this.random = random;
      this.provider = random.nextBoolean() ? "stripe" : "paypal";
      int now = hour;
      tell();
      for (int i = random.nextInt(6); i > 0 && !lost; i--) {
        now += random.nextInt(1, 60);
        happen(hour(now));
        tell();
      }
    }

    List<PaymentSnapshot> snapshots() {
      return snapshots;
    }

    private void happen(Instant at) {
      Instant since = openSince;
      if (since == null && random.nextInt(3) > 0) {
        openSince = at;
      } else if (since == null || random.nextInt(4) == 0) {
        refunded = Math.min(100, refunded + random.nextInt(1, 101));
      } else {
        openSince = null;
        lost = random.nextInt(3) == 0;
        if (!lost) {
          won.add(new DisputedTime(since, at));
        }
      }
    }

    private void tell() {
      List<DisputedTime> times = new ArrayList<>(won);
      if (openSince != null) {
        times.add(new DisputedTime(openSince, null));
      }
      snapshots.add(
          new PaymentSnapshot(
              id,
              snapshots.size() + 1L,
              provider,
              provider + "-main",
              "ref-" + id,
              "cust-1",
              "gold",
              Money.of(100, "EUR"),
              Money.of(refunded, "EUR"),
              status(),
              paidAt,
              Contact.UNKNOWN,
              times.isEmpty() ? null : times));
    }

    private PaymentStatus status() {
      if (lost) {
        return PaymentStatus.LOST;
      }
      if (openSince != null) {
        return PaymentStatus.DISPUTED;
      }
      if (refunded == 0) {
        return PaymentStatus.SUCCEEDED;
      }
      return refunded < 100 ? PaymentStatus.PARTIALLY_REFUNDED : PaymentStatus.REFUNDED;
    }
  }
}
