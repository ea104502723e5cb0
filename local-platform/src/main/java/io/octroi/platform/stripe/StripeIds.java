package io.octroi.platform.stripe;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes ids of Stripe's look. One seed always gives the same ids in the same order. Safe for use by
 * several threads, though the order then is theirs.
 */
public final class StripeIds {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final RandomGenerator random;

  private StripeIds(RandomGenerator random) {
    this.random = random;
  }

  public static StripeIds seeded(long seed) {
    return new StripeIds(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /** Ids that differ from run to run. */
  public static StripeIds random() {
    return new StripeIds(RandomGeneratorFactory.of("L64X128MixRandom").create());
  }

  public String event() {
    return next("evt_1", 23);
  }

  public String session() {
    return next("cs_test_a1", 56);
  }

  public String paymentIntent() {
    return next("pi_3", 23);
  }

  public String charge() {
    return next("ch_3", 23);
  }

  public String customer() {
    return next("cus_", 14);
  }

  public String dispute() {
    return next("du_1", 23);
  }

  public String request() {
    return next("req_", 14);
  }

  private synchronized String next(String prefix, int length) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
