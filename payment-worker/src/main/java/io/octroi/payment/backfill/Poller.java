package io.octroi.payment.backfill;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.payment.backfill.PollOutcome.Complete;
import io.octroi.payment.backfill.PollOutcome.Failed;
import io.octroi.payment.backfill.PollOutcome.Filling;
import io.octroi.payment.backfill.PollOutcome.NotDue;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.telemetry.PaymentMetric;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks providers what happened, and publishes what the ledger lacks. Nothing is held open meanwhile
 * but a lease; stopped at any line, a later poll begins at the same watermark.
 */
final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final int MOST_STRETCHES = 20;
  private static final Duration EVER = Duration.ofDays(36_500);

  private final Map<String, EventSource> sources;
  private final Watermarks watermarks;
  private final UndecidedRows undecided;
  private final Missing missing;
  private final BackfillProperties settings;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final String owner = UUID.randomUUID().toString();

  Poller(
      Map<String, EventSource> sources,
      Watermarks watermarks,
      UndecidedRows undecided,
      Missing missing,
      BackfillProperties settings,
      Clock clock,
      MeterRegistry metrics) {
    this.sources = Map.copyOf(sources);
    this.watermarks = watermarks;
    this.undecided = undecided;
    this.missing = missing;
    this.settings = settings;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Whose providers are asked. */
  Set<String> endpoints() {
    return sources.keySet();
  }

  /** Polls an endpoint while it is due; one far behind goes several stretches on. */
  void pollWhileDue(String endpoint) {
    for (int stretches = 0; stretches < MOST_STRETCHES; stretches++) {
      if (!(poll(endpoint) instanceof Complete)) {
        return;
      }
    }
  }

  /** Polls an endpoint if it is due and nobody else does. */
  PollOutcome poll(String endpoint) {
    return poll(endpoint, clock.instant(), Instant.MAX);
  }

  /**
   * Polls an endpoint, due or not, if nobody else does.
   *
   * @param since from when on, where that is before what a poll looks at by itself
   */
  PollOutcome pollNow(String endpoint, Instant since) {
    return poll(endpoint, clock.instant().plus(EVER), since);
  }

  private PollOutcome poll(String endpoint, Instant dueBy, Instant since) {
    Optional<Claimed> claimed = watermarks.claim(endpoint, owner, settings.lease(), dueBy);
    EventSource source = sources.get(endpoint);
    if (claimed.isEmpty() || source == null) {
      return new NotDue();
    }
    PollOutcome outcome = look(source, claimed.get(), since);
    record(claimed.get(), outcome);
    PaymentMetric.POLLS.count(metrics, endpoint, outcome.word());
    return outcome;
  }

  private PollOutcome look(EventSource source, Claimed claimed, Instant since) {
    Window usual = Window.after(claimed.completeUntil(), clock.instant(), settings);
    Window window = usual.since(since.truncatedTo(ChronoUnit.SECONDS));
    if (window.equals(usual) && !window.isBeyond(claimed.completeUntil())) {
      return new Complete(claimed.completeUntil());
    }
    if (source.forgets() && claimed.completeUntil().isBefore(oldestListed())) {
      return new Failed("beyond_retention");
    }
    try {
      return look(source, claimed, window);
    } catch (ApiFailure e) {
      return new Failed(e.reason());
    } catch (WebhookFeed.FeedException e) {
      return new Failed("broker_unavailable");
    }
  }

  private Instant oldestListed() {
    return clock.instant().minus(settings.retention());
  }

  private PollOutcome look(EventSource source, Claimed claimed, Window window) {
    int published = 0;
    List<Undecided> open = new ArrayList<>();
    String cursor = EventSource.START;
    for (int pages = 0; ; pages++) {
      if (pages == settings.maxPages()) {
        Window shorter = window.shortened(claimed.completeUntil());
        return shorter.equals(window) ? new Failed("too_many") : look(source, claimed, shorter);
      }
      EventSource.Page page = source.page(window, cursor);
      published += missing.publish(claimed.endpoint(), page.events());
      open.addAll(page.undecided());
      if (page.next().isEmpty()) {
        break;
      }
      cursor = page.next().get();
    }
    Instant now = clock.instant();
    undecided.listed(claimed.endpoint(), window, open, now.plus(settings.askAgain()));
    published += askAgain(source, claimed.endpoint(), window, now);
    return published > 0
        ? new Filling(published)
        : new Complete(undecidedUntil(claimed.endpoint(), window.to()));
  }

  /** What was undecided and is listed no more. It is forgotten once its end is in the ledger. */
  private int askAgain(EventSource source, String endpoint, Window window, Instant now) {
    int published = 0;
    for (Undecided one : undecided.due(endpoint, window.from(), now, settings.maxAskAgain())) {
      Optional<EventSource.Standing> standing = source.again(one);
      int lacked = standing.map(s -> missing.publish(endpoint, s.events())).orElse(0);
      published += lacked;
      if (standing.filter(s -> !s.decided()).isPresent()) {
        undecided.later(endpoint, one, now, settings.askAgain());
      } else if (lacked == 0) {
        undecided.forget(endpoint, one);
      }
    }
    return published;
  }

  /** Something undecided holds the watermark, but not forever. */
  private Instant undecidedUntil(String endpoint, Instant until) {
    return undecided
        .heldSince(endpoint, clock.instant().minus(settings.openFor()))
        .filter(until::isAfter)
        .orElse(until);
  }

  private void record(Claimed claimed, PollOutcome outcome) {
    Instant now = clock.instant();
    Instant next = now.plus(settings.pollInterval());
    switch (outcome) {
      case Complete complete -> {
        // Far behind, the next stretch is due at once.
        Window rest = Window.after(complete.until(), now, settings);
        boolean behind =
            complete.until().isAfter(claimed.completeUntil())
                && rest.to().isAfter(complete.until().plus(settings.pollInterval()));
        watermarks.complete(claimed, complete.until(), now, behind ? now : next);
      }
      case Filling _ ->
          watermarks.keep(
              claimed,
              new Watermarks.Kept(
                  now, now.plus(refill(claimed.fills())), "filling", "", claimed.fills() + 1));
      case Failed failed -> {
        watermarks.keep(
            claimed, new Watermarks.Kept(now, next, "failing", failed.reason(), claimed.fills()));
        LOG.atWarn()
            .addKeyValue(LogKeys.ENDPOINT, claimed.endpoint())
            .addKeyValue(LogKeys.REASON, failed.reason())
            .log("The provider could not be asked what happened; its watermark stays");
      }
      case NotDue _ -> {}
    }
  }

  private Duration refill(int fills) {
    Duration wait = settings.refill().multipliedBy(1L << Math.min(fills, 20));
    return wait.compareTo(settings.pollInterval()) < 0 ? wait : settings.pollInterval();
  }
}
