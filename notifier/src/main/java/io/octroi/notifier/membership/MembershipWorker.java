package io.octroi.notifier.membership;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.membership.StepOutcome.Done;
import io.octroi.notifier.membership.StepOutcome.Later;
import io.octroi.notifier.membership.StepOutcome.Stopped;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after one membership: read what is true now, do one step, record. */
final class MembershipWorker {
  private static final Logger LOG = LoggerFactory.getLogger(MembershipWorker.class);

  private final Situations situations;
  private final MembershipSteps steps;
  private final MembershipResults results;
  private final MeterRegistry meters;
  private final Clock clock;

  MembershipWorker(
      Situations situations,
      MembershipSteps steps,
      MembershipResults results,
      MeterRegistry meters,
      Clock clock) {
    this.situations = situations;
    this.steps = steps;
    this.results = results;
    this.meters = meters;
    this.clock = clock;
  }

  void reconcile(Membership membership) {
    try {
      Instant now = clock.instant();
      StepOutcome seen =
          membership.checkDue()
              ? steps.look(membership, now)
              : new Done(membership.standing(), "", false);
      switch (seen) {
        case Done done -> step(membership, done.standing());
        case Later later -> results.record(membership, new Step.Nothing(), later, now);
        case Stopped stopped -> results.record(membership, new Step.Nothing(), stopped, now);
      }
    } catch (RuntimeException e) {
      // Nothing is recorded: the lease ends and the membership is taken again.
      LOG.atWarn()
          .addKeyValue(LogKeys.CHAT, membership.chatId())
          .addKeyValue(LogKeys.ERROR, e.getClass().getName())
          .log("a membership could not be read or recorded; it is looked after again");
    }
  }

  private void step(Membership membership, Standing standing) {
    Step step = Step.of(situations.of(membership, standing, clock.instant()));
    StepOutcome outcome = steps.carryOut(step, membership, standing, clock.instant());
    results.record(membership, step, outcome, clock.instant());
    if (!(step instanceof Step.Nothing)) {
      NotifierMetric.MEMBERSHIP_STEPS.count(meters, step.wireName(), outcome.wireName());
    }
  }
}
