package io.octroi.runtime.secret;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What another system keeps; it changes under a running service.
 *
 * @param <V> what it is of use as; compared by {@code equals}
 */
public final class ManagedSecret<V> {
  private final String secretId;
  private final Function<List<SecretVersion>, V> reader;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile V current;

  /**
   * @param unloaded what is in use until it has been loaded
   * @param reader what is of use of the stored versions, the current one first; throws {@link
   *     SecretUnavailableException} where nothing is
   */
  public ManagedSecret(String secretId, V unloaded, Function<List<SecretVersion>, V> reader) {
    this.secretId = secretId;
    this.current = unloaded;
    this.reader = reader;
  }

  public String secretId() {
    return secretId;
  }

  public V current() {
    return current;
  }

  /**
   * Loads it again. What is in use stays in use if that fails, or if nothing that came is of use.
   *
   * @return whether anything changed
   * @throws SecretUnavailableException when there is nothing to use
   */
  public boolean refresh(Secrets source) {
    // One load after the other: of two at once the earlier could end last, and bring back the old.
    loading.lock();
    try {
      V loaded = reader.apply(source.load(secretId));
      boolean changed = !loaded.equals(current);
      current = loaded;
      return changed;
    } finally {
      loading.unlock();
    }
  }
}
