package io.octroi.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that starts while other things do, on a thread of its own. It is closed whether it has
 * started by then or not: closing waits for it, so that nothing is left behind.
 *
 * @param <T> what is started
 */
final class Starting<T extends AutoCloseable> implements AutoCloseable {
  private final CompletableFuture<T> start;

  private Starting(CompletableFuture<T> start) {
    this.start = start;
  }

  /** Begins to start it. */
  static <T extends AutoCloseable> Starting<T> of(Supplier<T> start) {
    // Not on the common pool: on two processors it has one thread, and all would wait in a row.
    return new Starting<>(CompletableFuture.supplyAsync(start, Thread::startVirtualThread));
  }

  /** What was started, once it is made ready; what cannot be made ready is not left running. */
  static <T extends AutoCloseable> T ready(T started, Consumer<T> preparation) {
    try {
      preparation.accept(started);
      return started;
    } catch (RuntimeException e) {
      try {
        closed(started);
      } catch (IllegalStateException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /**
   * Waits for it.
   *
   * @throws RuntimeException what its start threw
   */
  T await() {
    try {
      return start.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Waits for the start and closes what came of it.
   *
   * @throws IllegalStateException when it cannot be closed
   */
  @Override
  public void close() {
    T started = start.exceptionally(failure -> null).join();
    if (started != null) {
      closed(started);
    }
  }

  private static void closed(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot be closed: " + e.getMessage(), e);
    }
  }
}
