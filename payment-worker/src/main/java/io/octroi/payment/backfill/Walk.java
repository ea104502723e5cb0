package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what a provider lists, page by page, within limits.
 *
 * @param maxPages pages, at most
 * @param timeout after how long no further page is asked for
 */
record Walk(int maxPages, Duration timeout) {

  /**
   * Reads a window.
   *
   * @param page takes the events of each page
   * @return a stable code of why not everything was seen; empty where it was
   */
  Optional<String> through(
      EventSource source, Window window, Consumer<List<VerifiedWebhook>> page) {
    long start = System.nanoTime();
    String cursor = EventSource.START;
    try {
      for (int pages = 0; pages < maxPages; pages++) {
        if (System.nanoTime() - start > timeout.toNanos()) {
          return Optional.of("too_slow");
        }
        EventSource.Page read = source.page(window, cursor);
        page.accept(read.events());
        if (read.next().isEmpty()) {
          return Optional.empty();
        }
        cursor = read.next().get();
      }
      return Optional.of("too_many_pages");
    } catch (ApiFailure e) {
      return Optional.of(e.reason());
    }
  }
}
