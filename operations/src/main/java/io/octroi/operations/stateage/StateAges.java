package io.octroi.operations.stateage;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.finding.Findings;
import io.octroi.operations.telemetry.OperationsMetric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks at how long things have been in their states: the oldest age of each is a metric, and what
 * is over its budget is a finding until it moves on. So what is stranded is noticed although
 * nothing failed.
 */
public class StateAges {
  /** The condition of the findings; their subjects are {@code <state>:<id>}. */
  public static final String CONDITION = "state_over_budget";

  private final List<StateBudget> budgets;
  private final Findings findings;
  private final Clock clock;
  private final int maxFindings;
  private final Map<String, Instant> oldest = new ConcurrentHashMap<>();

  StateAges(
      List<StateBudget> budgets,
      Findings findings,
      Clock clock,
      StateAgeProperties settings,
      MeterRegistry metrics) {
    this.budgets = budgets;
    this.findings = findings;
    this.clock = clock;
    this.maxFindings = settings.maxFindings();
    for (StateBudget budget : budgets) {
      OperationsMetric.STATE_OLDEST_AGE.show(metrics, () -> ageSeconds(budget), budget.state());
    }
  }

  /** Looks at every state. */
  @Scheduled(
      fixedDelayString = "${octroi.operations.state-ages.check-interval:30s}",
      initialDelayString = "${octroi.operations.state-ages.check-interval:30s}")
  public void check() {
    Instant now = clock.instant();
    Set<String> overBudget = new HashSet<>();
    for (StateBudget budget : budgets) {
      Optional<Instant> since = budget.view().oldest();
      since.ifPresentOrElse(
          at -> oldest.put(budget.state(), at), () -> oldest.remove(budget.state()));
      if (since.isPresent() && since.get().isBefore(now.minus(budget.budget()))) {
        report(budget, now, overBudget);
      }
    }
    findings.settle(CONDITION, overBudget);
  }

  private void report(StateBudget budget, Instant now, Set<String> overBudget) {
    for (StateBudget.Stranded stranded :
        budget.view().since(now.minus(budget.budget()), maxFindings)) {
      String subject = budget.state() + ":" + stranded.subject();
      overBudget.add(subject);
      findings.report(
          CONDITION,
          subject,
          Map.of(
              "state", budget.state(),
              "since", stranded.since().toString(),
              "budget", budget.budget().toString()),
          budget.remedy());
    }
  }

  private double ageSeconds(StateBudget budget) {
    Instant since = oldest.get(budget.state());
    // What only begins later has no age yet.
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }
}
