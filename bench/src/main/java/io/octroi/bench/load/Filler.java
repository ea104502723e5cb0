package io.octroi.bench.load;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Text as shops put it into metadata: click ids that nobody reads. The same in every run. */
final class Filler {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3072);

  String of(int length) {
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
