package io.octroi.walks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * Seeds of walks: those that once led somewhere else, and fresh ones. {@code -Doctroi.seed=…} walks
 * one alone, {@code -Doctroi.seeds=…} so many fresh ones.
 */
final class Seeds {
  private static final List<Long> REGRESSIONS =
      List.of(
          // A better name of a payment was no news, and its period lay where the worse one put it.
          -1250877747739130462L,
          907575365363304587L,
          // Two payments of one customer were told of in the order of ids that chance had drawn.
          -1698707740264238148L);

  private Seeds() {}

  /**
   * Walks every seed; the first one that fails says how to walk it again.
   *
   * @param fresh how many fresh ones, unless a property says otherwise
   */
  static void each(int fresh, LongConsumer walk) {
    seeds(fresh)
        .forEach(seed -> {
          try {
            walk.accept(seed);
          } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(replay(seed) + "\n" + e.getMessage(), e);
          }
        });
  }

  private static LongStream seeds(int fresh) {
    String replay = System.getProperty("octroi.seed", "");
    if (!replay.isEmpty()) {
      return LongStream.of(Long.parseLong(replay));
    }
    return LongStream.concat(
        REGRESSIONS.stream().mapToLong(Long::longValue),
        RandomGenerator.getDefault().longs(Integer.getInteger("octroi.seeds", fresh)));
  }

  private static String replay(long seed) {
    return "replay with: mvn -pl walks -am verify -Dtest=WalkTest -Dit.test=DatabaseWalkIT"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false"
        + " -Doctroi.seed="
        + seed;
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The elements in another order, some of them more than once. */
  static <T> List<T> shuffledWithDuplicates(List<T> elements, RandomGenerator random) {
    List<T> shuffled = withDuplicates(elements, random);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, swapped);
    }
    return shuffled;
  }

  /** The elements in their order, some of them again at any later place. */
  static <T> List<T> withDuplicates(List<T> elements, RandomGenerator random) {
    List<T> more = new ArrayList<>(elements);
    for (T element : elements) {
      if (random.nextInt(3) == 0) {
        more.add(random.nextInt(more.lastIndexOf(element) + 1, more.size() + 1), element);
      }
    }
    return more;
  }
}
