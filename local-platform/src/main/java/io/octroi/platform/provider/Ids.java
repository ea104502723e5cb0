package io.octroi.platform.provider;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Ids as a provider makes them; the same seed makes the same ids. */
public final class Ids {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String HEX = "0123456789abcdef";

  private final RandomGenerator random;

  private Ids(RandomGenerator random) {
    this.random = random;
  }

  public static Ids seeded(long seed) {
    return new Ids(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /** Ids that no other run makes. */
  public static Ids fresh() {
    return new Ids(RandomGeneratorFactory.of("L64X128MixRandom").create());
  }

  /** Upper-case letters and digits. */
  public String upper(int length) {
    return text(length, UPPER);
  }

  /** Lower-case letters and digits. */
  public String lower(int length) {
    return upper(length).toLowerCase(Locale.ROOT);
  }

  public String hex(int length) {
    return text(length, HEX);
  }

  /** A positive number of ten digits. */
  public synchronized long number() {
    return random.nextLong(1_000_000_000L, 10_000_000_000L);
  }

  private synchronized String text(int length, String alphabet) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
