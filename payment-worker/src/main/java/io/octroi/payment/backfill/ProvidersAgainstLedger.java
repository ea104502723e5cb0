package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.operations.reconciliation.Check;
import io.octroi.operations.reconciliation.Discrepancies;
import io.octroi.payment.ledger.Ledger;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Everything that a provider lists is in the ledger, and believed. What was found lacking once
 * stays found until the ledger has it, also when the window has gone by or its provider is away.
 */
final class ProvidersAgainstLedger implements Check {
  static final String NOT_IN_LEDGER = "provider_event_not_in_ledger";
  static final String NOT_COMPARED = "provider_not_compared";

  private static final String ASK =
      "Nothing is known of what the ledger lacks of this provider; octroi watermarks list shows"
          + " whether polls fail as well. Of too_many_pages and too_slow see docs/backfill.md.";

  private final Map<String, EventSource> sources;
  private final Ledger ledger;
  private final ComparisonProperties settings;
  private final Clock clock;

  ProvidersAgainstLedger(
      Map<String, EventSource> sources, Ledger ledger, ComparisonProperties settings, Clock clock) {
    this.sources = new TreeMap<>(sources);
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "providers_against_ledger";
  }

  @Override
  public Set<String> conditions() {
    return Set.of(NOT_IN_LEDGER, NOT_COMPARED);
  }

  @Override
  public long run(Discrepancies discrepancies) {
    discrepancies.still(NOT_IN_LEDGER, stillLacking(discrepancies.known(NOT_IN_LEDGER)));
    AtomicLong lookedAt = new AtomicLong();
    Window window = settings.windowBefore(clock.instant());
    sources.forEach((endpoint, source) ->
        settings
            .walk()
            .through(
                source,
                window,
                events -> {
                  lookedAt.addAndGet(events.size());
                  compare(endpoint, window, events, discrepancies);
                })
            .ifPresent(reason ->
                discrepancies.add(
                    NOT_COMPARED,
                    endpoint,
                    Map.of("reason", reason, "from", window.from(), "to", window.to()),
                    ASK)));
    return lookedAt.get();
  }

  private Set<String> stillLacking(Set<String> subjects) {
    Map<String, Set<String>> ids = new HashMap<>();
    for (String subject : subjects) {
      int slash = subject.indexOf('/');
      ids.computeIfAbsent(subject.substring(0, slash), _ -> new HashSet<>())
          .add(subject.substring(slash + 1));
    }
    Set<String> lacking = new HashSet<>();
    ids.forEach((endpoint, its) -> {
      Believed believed = Believed.of(ledger, endpoint, its);
      its.stream().filter(believed::lacks).forEach(id -> lacking.add(subject(endpoint, id)));
    });
    return lacking;
  }

  /** What is listed by its beginning may have ended a moment ago; that is not compared yet. */
  private void compare(
      String endpoint, Window window, List<VerifiedWebhook> events, Discrepancies discrepancies) {
    Believed believed =
        Believed.of(ledger, endpoint, events.stream().map(VerifiedWebhook::eventId).toList());
    for (VerifiedWebhook event : events) {
      if (believed.lacks(event.eventId()) && event.occurredAt().isBefore(window.to())) {
        discrepancies.add(
            NOT_IN_LEDGER,
            subject(endpoint, event.eventId()),
            Map.of(
                "provider", event.provider(),
                "event_type", event.eventType(),
                "occurred_at", event.occurredAt()),
            "octroi watermarks poll "
                + endpoint
                + " --since "
                + window.from()
                + " fetches it; where the ledger lacks it after that, look for it among the dead"
                + " letters.");
      }
    }
  }

  private static String subject(String endpoint, String eventId) {
    return endpoint + "/" + eventId;
  }
}
