package io.octroi.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * Seeds of random walks. A failing one stands in the test's name; {@code -Doctroi.seed=…} replays
 * it alone.
 */
public final class Seeds {
  private Seeds() {}

  /** {@code count} fresh seeds, or the one to replay. */
  public static LongStream fresh(int count) {
    String replay = System.getProperty("octroi.seed", "");
    return replay.isEmpty()
        ? RandomGenerator.getDefault().longs(count)
        : LongStream.of(Long.parseLong(replay));
  }

  /** What heads the assertions of a walk. */
  public static String label(long seed) {
    return "octroi.seed=" + seed;
  }

  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The elements in another order. */
  public static <T> List<T> shuffled(List<T> elements, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(elements);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, swapped);
    }
    return shuffled;
  }

  /** The elements in another order, some of them more than once. */
  public static <T> List<T> shuffledWithDuplicates(List<T> elements, RandomGenerator random) {
    List<T> more = new ArrayList<>(elements);
    for (T element : elements) {
      if (random.nextInt(3) == 0) {
        more.add(element);
      }
    }
    return shuffled(more, random);
  }
}
