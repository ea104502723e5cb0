package io.octroi.notifier.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands due deliveries to workers, each to one at a time. */
public final class DeliveryLeases {
  // One statement, so that a delivery is never taken without the row that says it was tried.
  // Materialized: a planner that ran the select again would take more than the limit.
  private static final String CLAIM =
      """
      with due as materialized (
        select d.id from deliveries d
         where d.status in ('due', 'sending') and d.due_at <= ?
           and d.id <> all(?::text[]::uuid[])
           and not exists (
             select from delivery_holds h
              where h.target = d.target and h.held_until > ? and d.target <> '')
         order by d.due_at limit ? for update of d skip locked),
      claimed as (
        update deliveries d
           set status = 'sending', lease_token = gen_random_uuid(), due_at = ?,
               attempts = d.attempts + 1, first_tried_at = coalesce(d.first_tried_at, ?)
          from due where d.id = due.id
        returning d.*),
      tried as (
        insert into delivery_attempts (delivery_id, attempt, started_at)
        select id, attempts, ? from claimed)
      select * from claimed order by created_at, id
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Duration lease;

  DeliveryLeases(JdbcTemplate jdbc, Clock clock, Duration lease) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Takes due deliveries, and those whose worker's lease has ended, {@code limit} at most.
   * Committed on return where no transaction is open.
   *
   * @param except deliveries that are still being sent by the caller, so that a clock that jumps
   *     does not make it send them twice
   */
  public List<Delivery> claim(int limit, Collection<UUID> except) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.query(
        CLAIM,
        (row, number) -> read(row),
        now,
        except.stream().map(UUID::toString).toArray(String[]::new),
        now,
        limit,
        now.plus(lease),
        now,
        now);
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("notification_id", UUID.class),
        DeliveryAction.ofWireName(row.getString("action")),
        row.getString("target"),
        row.getInt("attempts"),
        row.getInt("counted_failures"),
        instant(row, "first_tried_at"),
        row.getObject("lease_token", UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
