package io.octroi.platform.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How long a thread keeps a processor that others wait for. Linux takes a wish for it from version
 * 6.12 on ({@code sched_setattr(2)}, {@code sched_runtime} of {@code SCHED_OTHER}), and hands it
 * down to threads and processes that begin later. There is no command for it on most systems.
 */
final class TimeSlice {
  /** The shortest that Linux takes. */
  static final Duration SHORTEST = Duration.ofNanos(100_000);

  /** {@code struct sched_attr} as it first was: what came later stays as it is. */
  private static final int ATTRIBUTES_BYTES = 48;

  private static final int POLICY_AT = 4;
  private static final int RUNTIME_AT = 24;
  private static final int SCHED_OTHER = 0;
  private static final int THIS_THREAD = 0;
  private static final int NO_FLAGS = 0;

  private TimeSlice() {}

  /**
   * Has {@code begin} done by a thread that has the {@linkplain #SHORTEST shortest}, and so do the
   * threads and processes that it begins. Where the system knows no such thing, it is done as well.
   *
   * @throws IOException as {@code begin} does
   */
  static <T> T shortest(Beginning<T> begin) throws IOException {
    FutureTask<T> task =
        new FutureTask<>(() -> {
          shorten();
          return begin.begin();
        });
    Thread.ofPlatform().name("short-time-slice").start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("a program could not be begun", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a program was begun");
    }
  }

  /** Begins something. */
  interface Beginning<T> {
    T begin() throws IOException;
  }

  private static void shorten() {
    try (Arena arena = Arena.ofConfined()) {
      attributes(arena)
          .ifPresent(attributes -> {
            attributes.set(ValueLayout.JAVA_LONG, RUNTIME_AT, SHORTEST.toNanos());
            var _ = done(numbers().set, attributes, NO_FLAGS);
          });
    }
  }

  /** That of the calling thread; empty where the system does not tell. */
  static Optional<Duration> current() {
    try (Arena arena = Arena.ofConfined()) {
      return attributes(arena)
          .map(attributes -> attributes.get(ValueLayout.JAVA_LONG, RUNTIME_AT))
          .filter(nanos -> nanos > 0)
          .map(Duration::ofNanos);
    }
  }

  /** Those of the calling thread; empty where there are none, or where it has another policy. */
  private static Optional<MemorySegment> attributes(Arena arena) {
    MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, Long.BYTES);
    return done(numbers().get, attributes, ATTRIBUTES_BYTES)
            && attributes.get(ValueLayout.JAVA_INT, POLICY_AT) == SCHED_OTHER
        ? Optional.of(attributes)
        : Optional.empty();
  }

  /** The system calls' numbers, since the C library has no functions for them; 0 for none. */
  private record Numbers(long set, long get) {}

  private static Numbers numbers() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    return switch (linux ? System.getProperty("os.arch") : "") {
      case "amd64" -> new Numbers(314, 315);
      case "aarch64" -> new Numbers(274, 275);
      default -> new Numbers(0, 0);
    };
  }

  /**
   * Whether the system did it.
   *
   * @param third flags to set, the size of the attributes and no flags to get them
   */
  private static boolean done(long number, MemorySegment attributes, int third) {
    if (number == 0) {
      return false;
    }
    try {
      long result = (long) syscall().invokeExact(number, THIS_THREAD, attributes, third, NO_FLAGS);
      return result == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a system call throws nothing", e);
    }
  }

  /** The launchers let unnamed modules call native code. */
  @SuppressWarnings("restricted")
  private static MethodHandle syscall() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT),
        Linker.Option.firstVariadicArg(1));
  }
}
