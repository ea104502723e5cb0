package io.octroi.gateway.certificate;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps what was fetched, and what could not be. Requests for one address that come at the same
 * time wait for one fetch. Because the address comes from a stranger, the number of fetches a
 * minute has a limit, beyond which nothing new is to be had.
 */
public final class CachedCertificateSource implements CertificateSource {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CertificateSource origin;
  private final CertificateProperties properties;
  private final Clock clock;
  private final Map<URI, Entry> entries = new ConcurrentHashMap<>();
  private final Deque<Instant> fetches = new ArrayDeque<>();

  private record Entry(CompletableFuture<Fetch> fetch, Instant since) {}

  CachedCertificateSource(CertificateSource origin, CertificateProperties properties, Clock clock) {
    this.origin = origin;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Fetch fetch(URI url) {
    Instant now = clock.instant();
    AtomicBoolean ours = new AtomicBoolean();
    Entry entry =
        entries.compute(
            url,
            (key, known) -> {
              ours.set(known == null || over(known, now));
              return known == null || ours.get()
                  ? new Entry(new CompletableFuture<>(), now)
                  : known;
            });
    if (ours.get()) {
      try {
        entry.fetch().complete(allowed(now) ? origin.fetch(url) : new Fetch.Unavailable());
      } finally {
        // Whoever waits is never left waiting.
        entry.fetch().complete(new Fetch.Unavailable());
      }
      trim();
    }
    return entry.fetch().join();
  }

  /** Forgets everything, as a restart would; what is being fetched meanwhile is not kept. */
  public synchronized void forget() {
    entries.clear();
    fetches.clear();
  }

  private boolean over(Entry entry, Instant now) {
    return switch (entry.fetch().getNow(new Fetch.Found(new byte[0]))) {
      case Fetch.Found _ -> now.isAfter(entry.since().plus(properties.keepFor()));
      case Fetch.Unavailable _ -> now.isAfter(entry.since().plus(properties.retryAfter()));
    };
  }

  private synchronized boolean allowed(Instant now) {
    while (!fetches.isEmpty() && fetches.getFirst().isBefore(now.minus(MINUTE))) {
      fetches.removeFirst();
    }
    if (fetches.size() >= properties.perMinute()) {
      return false;
    }
    fetches.addLast(now);
    return true;
  }

  private synchronized void trim() {
    while (entries.size() > properties.maxEntries()) {
      entries.entrySet().stream()
          .filter(entry -> entry.getValue().fetch().isDone())
          // What was never found goes first, so that nobody can push out what is in use.
          .min(
              Comparator.comparing((Map.Entry<URI, Entry> entry) ->
                      entry.getValue().fetch().join() instanceof Fetch.Found)
                  .thenComparing(entry -> entry.getValue().since()))
          .map(Map.Entry::getKey)
          .ifPresentOrElse(entries::remove, entries::clear);
    }
  }
}
