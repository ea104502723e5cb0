package io.octroi.notifier.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands memberships to workers, each to one at a time, and records what came of it. */
final class MembershipLeases {
  /** Of what is due the oldest, save in chats that are silent or out of order. */
  private static final String CLAIM =
      """
      with due as materialized (
        select m.chat_id, m.telegram_user_id from telegram_memberships m
         where m.$column <= ? and (m.lease_until is null or m.lease_until <= ?)
           and not exists (
             select from delivery_holds h
              where h.target = m.chat_id::text and h.held_until > ?)
           and not exists (
             select from telegram_chat_stops s where s.chat_id = m.chat_id and s.probe_at > ?)
         order by m.$column limit ? for update of m skip locked)
      update telegram_memberships m
         set lease_token = gen_random_uuid(), lease_until = ?
        from due
       where m.chat_id = due.chat_id and m.telegram_user_id = due.telegram_user_id
      returning m.*, m.check_at <= ? as check_due
      """;

  // What came from outside meanwhile is newer than what the worker saw.
  private static final String DONE =
      """
      update telegram_memberships
         set standing = case when touched = ? then ? else standing end,
             seen_at = case when touched = ? and ? then greatest(seen_at, ?) else seen_at end,
             seen_update = case when touched = ? and ? then 0 else seen_update end,
             asked_at = case when touched = ? and ? then null else asked_at end,
             due_at = case when touched = ? then ? else ? end,
             check_at = case when ? and touched = ? then ? else check_at end,
             lift_owed = ?, attempts = 0, code = '', failing_since = null, lease_token = null, lease_until = null
       where chat_id = ? and telegram_user_id = ? and lease_token = ?
      """;

  private static final String LATER =
      """
      update telegram_memberships
         set due_at = ?, check_at = greatest(check_at, ?), attempts = attempts + 1, code = ?,
             failing_since = coalesce(failing_since, ?),
             lease_token = null, lease_until = null
       where chat_id = ? and telegram_user_id = ? and lease_token = ?
      """;

  private final JdbcTemplate jdbc;
  private final Duration lease;

  MembershipLeases(JdbcTemplate jdbc, Duration lease) {
    this.jdbc = jdbc;
    this.lease = lease;
  }

  /** Takes what is due, then what it is time to ask about; committed on return. */
  List<Membership> claim(int limit, int checks, Instant now) {
    List<Membership> claimed = new ArrayList<>(claim("due_at", limit, now));
    int room = Math.min(checks, limit - claimed.size());
    if (room > 0) {
      claimed.addAll(claim("check_at", room, now));
    }
    return claimed;
  }

  private List<Membership> claim(String column, int limit, Instant now) {
    OffsetDateTime at = Memberships.utc(now);
    return jdbc.query(
        CLAIM.replace("$column", column),
        (row, number) -> read(row),
        at,
        at,
        at,
        at,
        limit,
        at.plus(lease),
        at);
  }

  /** Notes that a ban begins which has to be lifted; whether the worker still has the lease. */
  boolean owesLift(Membership membership) {
    return jdbc.update(
            "update telegram_memberships set lift_owed = true"
                + " where chat_id = ? and telegram_user_id = ? and lease_token = ?",
            membership.chatId(),
            membership.telegramUserId(),
            membership.leaseToken())
        == 1;
  }

  /**
   * What is known now, and when to look again.
   *
   * @param seen whether the standing was seen or made just now
   * @param answered whether a join request was answered
   * @param again whether another step may follow at once
   * @param checked whether Telegram was asked
   * @param nextCheck when it is to be asked again
   */
  record Result(
      Standing standing,
      boolean seen,
      boolean answered,
      boolean again,
      boolean checked,
      boolean liftOwed,
      Instant nextCheck) {}

  /** Records a result; whether the worker still had the lease. */
  boolean done(Membership m, Result result, Instant now) {
    OffsetDateTime at = Memberships.utc(now);
    return jdbc.update(
            DONE,
            m.touched(),
            result.standing().wireName(),
            m.touched(),
            result.seen(),
            Memberships.utc(now.truncatedTo(ChronoUnit.SECONDS)),
            m.touched(),
            result.seen(),
            m.touched(),
            result.answered(),
            m.touched(),
            result.again() ? at : null,
            at,
            result.checked(),
            m.touched(),
            Memberships.utc(result.nextCheck()),
            result.liftOwed(),
            m.chatId(),
            m.telegramUserId(),
            m.leaseToken())
        == 1;
  }

  /** Records that it is to be tried again; whether the worker still had the lease. */
  boolean later(Membership m, String code, Instant until, Instant now) {
    return jdbc.update(
            LATER,
            Memberships.utc(until),
            Memberships.utc(until),
            code,
            Memberships.utc(now),
            m.chatId(),
            m.telegramUserId(),
            m.leaseToken())
        == 1;
  }

  /** Forgets a stranger who was answered. */
  void forget(Membership m) {
    jdbc.update(
        "delete from telegram_memberships where chat_id = ? and telegram_user_id = ?"
            + " and customer_id = '' and asked_at is null",
        m.chatId(),
        m.telegramUserId());
  }

  private static Membership read(ResultSet row) throws SQLException {
    return new Membership(
        row.getLong("chat_id"),
        row.getLong("telegram_user_id"),
        row.getString("customer_id"),
        Standing.ofWireName(row.getString("standing")),
        row.getObject("asked_at") != null,
        row.getObject("cut_at") != null,
        row.getBoolean("lift_owed"),
        row.getBoolean("check_due"),
        row.getInt("attempts"),
        row.getLong("touched"),
        row.getObject("lease_token", UUID.class));
  }
}
