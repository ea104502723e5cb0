package io.octroi.notifier.delivery;

import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.delivery.RetrySchedule.GiveUp;
import io.octroi.notifier.delivery.RetrySchedule.TryAt;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what became of attempts, only for as long as the worker still has the delivery. */
public final class DeliveryResults {
  /** Why a delivery is dropped although it is true: nothing can be sent to the address. */
  private static final Set<String> NO_ADDRESS = Set.of("no_address", "address_suppressed");

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final InvitationMails invitationMails;
  private final Routes routes;
  private final RetrySchedule schedule;
  private final DoubleSupplier random;

  DeliveryResults(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      InvitationMails invitationMails,
      Routes routes,
      RetrySchedule schedule,
      DoubleSupplier random) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.invitationMails = invitationMails;
    this.routes = routes;
    this.schedule = schedule;
    this.random = random;
  }

  /**
   * Records one attempt's outcome with its effects, in one transaction.
   *
   * @return what is recorded; {@link Recorded.Late} where another worker has taken the delivery
   *     over
   */
  public Recorded record(Delivery delivery, DeliveryOutcome outcome, Instant now) {
    Recorded intended = intended(delivery, outcome, now);
    Recorded recorded = transaction.execute(status -> store(delivery, outcome, intended, now));
    return recorded == null ? intended : recorded;
  }

  private Recorded intended(Delivery delivery, DeliveryOutcome outcome, Instant now) {
    return switch (outcome) {
      case Sent sent -> new Recorded.Settled(DeliveryStatus.SENT, "");
      case Refused refused -> new Recorded.Settled(DeliveryStatus.FAILED, refused.code());
      case Dropped dropped -> new Recorded.Settled(DeliveryStatus.DROPPED, dropped.code());
      case RetryLater later ->
          switch (schedule.after(later, delivery, now, random.getAsDouble())) {
            case TryAt next -> new Recorded.Postponed(next.at(), next.counted(), later.code());
            case GiveUp end ->
                new Recorded.Settled(DeliveryStatus.FAILED, end.code() + ":" + later.code());
          };
    };
  }

  private Recorded store(
      Delivery delivery, DeliveryOutcome outcome, Recorded intended, Instant now) {
    // Links and the mails that carry them settle one after the other, never past each other.
    jdbc.query(
        "select id from notifications where id = ? for no key update",
        row -> {},
        delivery.notificationId());
    boolean held =
        switch (intended) {
          case Recorded.Settled settled -> settle(delivery, outcome, settled, now);
          case Recorded.Postponed postponed -> postpone(delivery, outcome, postponed);
          case Recorded.Late late -> false;
        };
    finishAttempt(delivery, outcome, !held, now);
    return held ? intended : new Recorded.Late();
  }

  private boolean settle(
      Delivery delivery, DeliveryOutcome outcome, Recorded.Settled settled, Instant now) {
    int rows =
        jdbc.update(
            "update deliveries set status = ?, code = ?, provider_id = ?, settled_at = ?,"
                + " due_at = ?, lease_token = null where id = ? and lease_token = ?",
            settled.status().wireName(),
            settled.code(),
            outcome instanceof Sent sent ? sent.providerId() : "",
            utc(now),
            utc(now),
            delivery.id(),
            delivery.leaseToken());
    if (rows == 0) {
      return false;
    }
    if (outcome instanceof Sent sent) {
      sent.effect().run();
    }
    if (!settled.reaches()) {
      routes.missed(
          new Routes.Missed(delivery.id(), delivery.notificationId(), delivery.action()), now);
    }
    invitationMails.settled(delivery, now);
    return true;
  }

  private boolean postpone(
      Delivery delivery, DeliveryOutcome outcome, Recorded.Postponed postponed) {
    int rows =
        jdbc.update(
            "update deliveries set status = 'due', code = ?, due_at = ?, lease_token = null,"
                + " counted_failures = counted_failures + ? where id = ? and lease_token = ?",
            postponed.code(),
            utc(postponed.until()),
            postponed.counted() ? 1 : 0,
            delivery.id(),
            delivery.leaseToken());
    if (asksForSilence(outcome) && !delivery.target().isEmpty()) {
      // Even a late worker heard what the channel asked for.
      jdbc.update(
          "insert into delivery_holds as known (target, held_until) values (?, ?)"
              + " on conflict (target) do update"
              + " set held_until = greatest(known.held_until, excluded.held_until)",
          delivery.target(),
          utc(postponed.until()));
    }
    return rows == 1;
  }

  private void finishAttempt(
      Delivery delivery, DeliveryOutcome outcome, boolean late, Instant now) {
    jdbc.update(
        "update delivery_attempts set finished_at = ?, outcome = ?, code = ?, late = ?"
            + " where delivery_id = ? and attempt = ? and finished_at is null",
        utc(now),
        outcomeName(outcome),
        outcome.code(),
        late,
        delivery.id(),
        delivery.attempt());
  }

  static String outcomeName(DeliveryOutcome outcome) {
    return switch (outcome) {
      case Sent sent -> "sent";
      case RetryLater later -> "retry_later";
      case Refused refused -> "refused";
      case Dropped dropped -> "dropped";
    };
  }

  private static boolean asksForSilence(DeliveryOutcome outcome) {
    return outcome instanceof RetryLater later && later.cause() == DeliveryOutcome.Cause.BUSY;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** What the table says after an attempt. */
  public sealed interface Recorded {
    /** The delivery has come to its end. */
    record Settled(DeliveryStatus status, String code) implements Recorded {
      /** Whether the customer needs no other delivery: they have it, or it is not true any more. */
      boolean reaches() {
        return status != DeliveryStatus.FAILED && !NO_ADDRESS.contains(code);
      }
    }

    /** Another attempt follows. */
    record Postponed(Instant until, boolean counted, String code) implements Recorded {}

    /** The lease had ended; the attempt is noted and changes nothing else. */
    record Late() implements Recorded {}
  }
}
