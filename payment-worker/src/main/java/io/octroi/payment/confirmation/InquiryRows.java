package io.octroi.payment.confirmation;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Trust;
import io.octroi.payment.confirmation.Notice.Claimed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads and writes inquiries. */
final class InquiryRows {
  /** What was found paid stays closed; anything else is asked again, at most once a minute. */
  private static final String OPEN =
      """
      insert into inquiries as i (
          endpoint, provider, kind, reference, trust, claim, claimed_at, state, first_asked,
          next_at, event_id, traceparent)
      values (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?)
      on conflict (endpoint, kind, reference) do update
         set claim = case when i.claim = 'paid' then i.claim else excluded.claim end,
             state = 'open',
             first_asked = case when i.state = 'open' then i.first_asked
                                else excluded.first_asked end,
             attempts = case when i.state = 'open' then i.attempts else 0 end,
             next_at = case when i.state = 'open' then i.next_at
                            else greatest(excluded.next_at, i.asked_at + interval '1 minute') end,
             closed_at = null
       where not (i.state = 'confirmed' and i.verdict = 'valid')
      returning id
      """;

  private static final String LINK =
      """
      insert into inquiry_webhooks (endpoint, event_id, inquiry_id) values (?, ?, ?)
      on conflict do nothing
      """;
  private static final String CLAIM =
      """
      update inquiries
         set lease_until = ?, fence = fence + 1, attempts = attempts + 1, asked_at = ?
       where id in (
               select id from inquiries
                where state = 'open' and next_at <= ?
                  and (lease_until is null or lease_until <= ?)
                order by next_at
                limit ?
                  for update skip locked)
      returning id, endpoint, provider, kind, reference, trust, event_id, claim, claimed_at,
                first_asked, attempts, traceparent, fence
      """;
  private static final String AGAIN =
      """
      update inquiries
         set verdict = ?, reason = ?, next_at = ?, lease_until = null
       where id = ? and fence = ? and state = 'open'
      """;
  private static final String CLOSE =
      """
      update inquiries
         set state = ?, verdict = ?, reason = ?, closed_at = ?, lease_until = null, passed_as = ?
       where id = ? and fence = ? and state = 'open'
      """;
  private static final String CLOSE_WEBHOOKS =
      """
      update ledger l
         set outcome = ?, reason = ?
        from inquiry_webhooks w
       where w.inquiry_id = ? and l.endpoint = w.endpoint and l.event_id = w.event_id
         and l.outcome = 'awaiting_confirmation'
      """;
  private static final String REOPEN =
      """
      update inquiries
         set state = 'open', next_at = ?, closed_at = null, attempts = 0,
             first_asked = case when state = 'open' then first_asked else ? end
       where id = ?
      """;
  private static final RowMapper<Held> HELD = (row, number) -> held(row);

  private final JdbcTemplate jdbc;

  InquiryRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether there is something to wait for now: false where it was confirmed before. */
  boolean open(Asked asked, Claimed claimed, Instant now) {
    List<@Nullable Long> ids =
        jdbc.queryForList(
            OPEN,
            Long.class,
            asked.webhook().endpoint(),
            asked.webhook().provider(),
            asked.inquiry().kind(),
            asked.inquiry().reference(),
            asked.webhook().trust().wireName(),
            claimed.storedName(),
            Timestamp.from(asked.inquiry().claimedAt()),
            Timestamp.from(now),
            Timestamp.from(now),
            asked.webhook().eventId(),
            asked.traceparent());
    ids.forEach(id -> jdbc.update(LINK, asked.webhook().endpoint(), asked.webhook().eventId(), id));
    return !ids.isEmpty();
  }

  List<Held> claim(Instant now, Duration lease, int limit) {
    return jdbc.query(
        CLAIM,
        HELD,
        Timestamp.from(now.plus(lease)),
        Timestamp.from(now),
        Timestamp.from(now),
        Timestamp.from(now),
        limit);
  }

  boolean again(Held held, Decision decision, Instant nextAt) {
    return jdbc.update(
            AGAIN,
            decision.verdict().code(),
            decision.reason(),
            Timestamp.from(nextAt),
            held.id(),
            held.fence())
        == 1;
  }

  boolean close(Held held, Decision decision, InquiryState state, Instant now) {
    return jdbc.update(
            CLOSE,
            state.storedName(),
            decision.verdict().code(),
            decision.reason(),
            Timestamp.from(now),
            decision.passed().map(held::eventId).orElse(""),
            held.id(),
            held.fence())
        == 1;
  }

  void closeWebhooks(Held held, String outcome, String reason) {
    jdbc.update(CLOSE_WEBHOOKS, outcome, reason, held.id());
  }

  boolean reopen(long id, Instant now) {
    return jdbc.update(REOPEN, Timestamp.from(now), Timestamp.from(now), id) == 1;
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getLong("id"),
        row.getString("endpoint"),
        row.getString("provider"),
        row.getString("kind"),
        row.getString("reference"),
        Trust.ofWireName(row.getString("trust")),
        row.getString("event_id").isEmpty() ? Origin.BACKFILL : Origin.CONFIRMATION,
        Claimed.valueOf(row.getString("claim").toUpperCase(Locale.ROOT)),
        row.getTimestamp("claimed_at").toInstant(),
        row.getTimestamp("first_asked").toInstant(),
        row.getInt("attempts"),
        row.getString("traceparent"),
        row.getLong("fence"));
  }
}
