package io.octroi.walks;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.payment.intake.WebhookReader;
import io.octroi.payment.order.Order;
import io.octroi.walks.Happening.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What happens to the purchases of some customers over all providers, drawn at random.
 *
 * @param arrivals everything that reaches us, in the order in which it happened
 * @param paid what the references of those end in whose money came
 */
record Scenario(WebhookReader reader, List<Arrival> arrivals, Set<String> paid) {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** When everybody has heard of everything: before the first period can be over. */
  static final Instant NOW = START.plus(Duration.ofDays(6));

  /** The family of all plans, so that any two payments of a customer prolong one another. */
  static final String FAMILY = "signaux";

  static Scenario of(RandomGenerator random) {
    Story story = new Story(random);
    List<String> plans = Policies.draw(random);
    int customers = random.nextInt(1, 3);
    int number = 0;
    for (int customer = 1; customer <= customers; customer++) {
      int hour = random.nextInt(24);
      int agreement = 0;
      for (int purchases = random.nextInt(1, 4); purchases > 0; purchases--) {
        // Often at the very same second as the one before, at whichever provider.
        hour += random.nextBoolean() ? 0 : random.nextInt(20);
        Shop shop = Shops.ALL.get(random.nextInt(Shops.ALL.size()));
        agreement = shop.recurs() && random.nextBoolean() ? customer : 0;
        String plan = plans.get(agreement > 0 ? 1 : random.nextInt(plans.size()));
        story.live(
            new Purchase(shop, ++number, "cust" + customer, plan, agreement),
            START.plus(Duration.ofHours(hour)));
      }
    }
    return new Scenario(new WebhookReader(Translation.TRANSLATORS), story.arrivals(), story.paid);
  }

  /** Gathers what happens. */
  private static final class Story {
    private final RandomGenerator random;
    private final List<Timed> all = new ArrayList<>();
    private final Set<String> paid = new HashSet<>();

    Story(RandomGenerator random) {
      this.random = random;
    }

    List<Arrival> arrivals() {
      return all.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::arrival).toList();
    }

    /** One purchase from its order on. */
    void live(Purchase purchase, Instant at) {
      order(purchase, at.minusSeconds(600));
      tell(purchase, Happening.of(Kind.BEGUN, at.minusSeconds(300), 1));
      for (int i = random.nextInt(3); i > 0; i--) {
        tell(purchase, Happening.of(Kind.FAILED, at.minusSeconds(i * 60L), i));
      }
      if (random.nextInt(10) == 0) {
        return;
      }
      paid.add(purchase.name());
      paid.add(purchase.twelveDigits());
      tell(purchase, Happening.of(Kind.PAID, at, 1));
      if (random.nextInt(4) == 0) {
        tell(purchase, Happening.of(Kind.FAILED, at.plusSeconds(random.nextInt(100)), 9));
      }
      aftermath(purchase, at);
    }

    private void aftermath(Purchase purchase, Instant paidAt) {
      Instant at = paidAt;
      long refunded = 0;
      int disputes = 0;
      boolean open = false;
      for (int step = 1, steps = random.nextInt(6); step <= steps; step++) {
        at = at.plus(Duration.ofMinutes(random.nextInt(1, 8 * 60)));
        switch (random.nextInt(6)) {
          case 0, 1 -> {
            // Parts that differ, because Paystack knows a refund by its amount.
            long part = Math.min(Purchase.AMOUNT - refunded, random.nextInt(1, 9) * 1000L + step);
            if (part > 0) {
              refunded += part;
              tell(purchase, new Happening(Kind.REFUNDED, at, step, part, refunded));
              failMaybe(purchase, new Happening(Kind.REFUND_FAILED, at, step, part, 0));
            }
          }
          case 2, 3 -> {
            if (!open) {
              open = true;
              tell(purchase, Happening.of(Kind.DISPUTED, at, ++disputes));
            }
          }
          case 4 -> tell(purchase, Happening.of(Kind.AGREEMENT_ENDED, at, step));
          default -> {
            if (open) {
              open = false;
              Kind end = random.nextInt(3) == 0 ? Kind.DISPUTE_LOST : Kind.DISPUTE_WON;
              tell(purchase, Happening.of(end, at, disputes));
            }
          }
        }
      }
    }

    private void failMaybe(Purchase purchase, Happening failure) {
      if (random.nextInt(4) == 0) {
        tell(
            purchase,
            new Happening(
                failure.kind(),
                failure.at().plusSeconds(60),
                failure.number(),
                failure.part(),
                failure.total()));
      }
    }

    private void order(Purchase purchase, Instant at) {
      Shop shop = purchase.shop();
      if (shop.needsOrder()) {
        Order order =
            new Order(
                shop.provider(),
                shop.provider() + "-main",
                shop.orderReference(purchase),
                "basket-" + purchase.name(),
                purchase.customer(),
                purchase.plan(),
                Money.of(Purchase.AMOUNT, shop.currency()),
                new Contact(purchase.name() + "@example.org", "fr", 77L),
                "",
                "",
                Order.State.OPEN,
                at);
        all.add(new Timed(at, new Arrival.Ordered(order)));
      }
    }

    private void tell(Purchase purchase, Happening happening) {
      purchase
          .shop()
          .tell(purchase, happening)
          .forEach(webhook -> all.add(new Timed(happening.at(), new Arrival.Webhook(webhook))));
    }
  }

  private record Timed(Instant at, Arrival arrival) {}
}
