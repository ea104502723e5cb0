package io.octroi.notifier.membership;

import io.octroi.notifier.linking.History;
import io.octroi.notifier.membership.MembershipLeases.Result;
import io.octroi.notifier.membership.StepOutcome.Done;
import io.octroi.notifier.membership.StepOutcome.Later;
import io.octroi.notifier.membership.StepOutcome.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what came of steps, only for as long as the worker still has the membership. */
final class MembershipResults {
  /** An invitation that came to nothing is not made again before. */
  private static final Duration INVITE_PAUSE = Duration.ofDays(1);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final MembershipLeases leases;
  private final Welcomes welcomes;
  private final History history;
  private final MembershipProperties properties;

  MembershipResults(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      MembershipLeases leases,
      Welcomes welcomes,
      History history,
      MembershipProperties properties) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.leases = leases;
    this.welcomes = welcomes;
    this.history = history;
    this.properties = properties;
  }

  void record(Membership m, Step step, StepOutcome outcome, Instant now) {
    transaction.executeWithoutResult(status -> {
      switch (outcome) {
        case Done done -> done(m, step, done, now);
        case Later later -> later(m, later, now);
        case Stopped stopped ->
            done(m, step, new Done(stopped.standing(), "not-removable", false), now);
      }
    });
  }

  private void done(Membership m, Step step, Done done, Instant now) {
    boolean answered = step instanceof Step.Approve || step instanceof Step.Decline;
    boolean lifted = step instanceof Step.Remove || step instanceof Step.Lift;
    Result result =
        new Result(
            done.standing(),
            m.checkDue() || done.standing() != m.standing(),
            answered || done.standing().isIn(),
            done.again(),
            m.checkDue(),
            m.liftOwed() && !lifted,
            now.plus(properties.checkInterval()));
    if (!leases.done(m, result, now)) {
      return;
    }
    if (step instanceof Step.Invite) {
      long day = now.getEpochSecond() / INVITE_PAUSE.toSeconds();
      welcomes.plan(m.customerId(), Set.of(m.chatId()), "chat:" + m.chatId() + ":" + day, "", now);
    }
    if (!done.did().isEmpty() && !m.isStranger()) {
      history.add(History.Entry.inChat(m.chatId(), m.customerId(), done.did(), ""), now);
    }
    if (m.checkDue() && m.standing() != done.standing() && !m.isStranger()) {
      history.add(
          History.Entry.inChat(m.chatId(), m.customerId(), "checked", done.standing().wireName()),
          now);
    }
    if (m.isStranger()) {
      leases.forget(m);
    }
  }

  private void later(Membership m, Later later, Instant now) {
    Duration wait =
        later.atLeast().isPositive() ? later.atLeast() : properties.backoff(m.attempts());
    Instant until = now.plus(wait);
    leases.later(m, later.code(), until, now);
    if (later.holdsChat()) {
      // Even a late worker heard what Telegram asked for.
      jdbc.update(
          "insert into delivery_holds as known (target, held_until) values (?, ?)"
              + " on conflict (target) do update"
              + " set held_until = greatest(known.held_until, excluded.held_until)",
          Long.toString(m.chatId()),
          Memberships.utc(until));
    }
  }
}
