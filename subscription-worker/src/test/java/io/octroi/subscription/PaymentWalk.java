package io.octroi.subscription;

import io.octroi.contracts.PaymentStatus;
import io.octroi.subscription.subscription.MergeNews;
import io.octroi.subscription.subscription.PaymentNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What may happen to a handful of payments of three customers, drawn from a seed: every version of
 * every payment, and merges.
 *
 * @param customers whose payments they are
 * @param steps in the order in which they happened
 * @param payments by number; the same numbers in every walk of a seed
 */
record PaymentWalk(List<String> customers, List<Step> steps, List<UUID> payments) {
  private static final PaymentStatus[] OUTCOMES = PaymentStatus.values();
  private static final List<String> PLANS =
      List.of("signaux-weekly", "signaux-monthly", "signaux-held");

  sealed interface Step {
    record Heard(PaymentNews news) implements Step {}

    record Merged(MergeNews news) implements Step {}
  }

  static PaymentWalk of(long seed, Instant now) {
    Random random = new Random(seed);
    List<String> customers =
        IntStream.range(0, 3).mapToObj(i -> "walk-" + UUID.randomUUID()).toList();
    List<Step> steps = new ArrayList<>();
    List<TestPayment> payments = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // Times differ, so that the order of periods does not hang on ids that differ by walk.
      Instant paidAt = now.minus(Duration.ofHours(random.nextInt(300))).minusSeconds(i);
      String plan = PLANS.get(random.nextInt(PLANS.size()));
      String customer = customers.get(random.nextInt(3));
      TestPayment payment = TestPayment.paid(customer, plan, paidAt);
      steps.add(heard(payment));
      for (int changes = random.nextInt(5); changes > 0; changes--) {
        payment =
            switch (random.nextInt(6)) {
              case 0 -> payment.moveTo(customers.get(random.nextInt(3)));
              case 1 -> payment.dispute(paidAt.plus(Duration.ofHours(changes)));
              case 2 -> payment.dispute(paidAt).win(paidAt.plus(Duration.ofHours(30L + changes)));
              default -> payment.become(OUTCOMES[random.nextInt(OUTCOMES.length)]);
            };
        steps.add(heard(payment));
      }
      if (i > 0 && random.nextInt(4) == 0) {
        TestPayment into = payments.get(random.nextInt(i));
        steps.add(
            new Step.Merged(new MergeNews(payment.id(), 99, payment.customer(), into.id(), "")));
      }
      payments.add(payment);
    }
    return new PaymentWalk(customers, steps, payments.stream().map(TestPayment::id).toList());
  }

  private static Step heard(TestPayment payment) {
    return new Step.Heard(new PaymentNews(payment.snapshot(), ""));
  }
}
