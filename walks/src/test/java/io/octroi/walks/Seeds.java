package io.octroi.walks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * Seeds of walks. {@code -Doctroi.seed=…} replays one of them alone, {@code -Doctroi.seeds=…} walks
 * so many fresh ones.
 */
final class Seeds {
  private static final long FIRST = 20_260_921L;

  private Seeds() {}

  /** The same {@code count} seeds in every build, unless a property says otherwise. */
  static LongStream first(int count) {
    String replay = System.getProperty("octroi.seed", "");
    if (!replay.isEmpty()) {
      return LongStream.of(Long.parseLong(replay));
    }
    Integer fresh = Integer.getInteger("octroi.seeds");
    return fresh == null ? random(FIRST).longs(count) : RandomGenerator.getDefault().longs(fresh);
  }

  /** What heads the assertions of a walk. */
  static String label(long seed) {
    return "replay with: mvn -pl walks -am test -Dtest=WalkTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Doctroi.seed="
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
