package io.octroi.notifier.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The customers who want no reminders by mail. What is about their own money is sent all the same.
 */
public final class OptOuts {
  private final JdbcTemplate jdbc;

  OptOuts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A customer who opted out. */
  public record OptOut(String customerId, String how, Instant since) {}

  /** Whoever got a notification wants no more of its kind; of an unknown one nothing happens. */
  public void byClick(UUID notificationId, Instant now) {
    jdbc.update(
        "insert into mail_opt_outs (customer_id, how, since)"
            + " select customer_id, 'one_click', ? from notifications where id = ?"
            + " on conflict do nothing",
        now.atOffset(ZoneOffset.UTC),
        notificationId);
  }

  /** A customer asked for it otherwise. */
  public void byOperator(String customerId, Instant now) {
    jdbc.update(
        "insert into mail_opt_outs (customer_id, how, since) values (?, 'operator', ?)"
            + " on conflict do nothing",
        customerId,
        now.atOffset(ZoneOffset.UTC));
  }

  /**
   * @return whether the customer had opted out
   */
  public boolean end(String customerId) {
    return jdbc.update("delete from mail_opt_outs where customer_id = ?", customerId) == 1;
  }

  boolean contains(String customerId) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from mail_opt_outs where customer_id = ?)",
            Boolean.class,
            customerId));
  }

  /** In the order of the customers' ids, those after {@code after}. */
  public List<OptOut> list(String after, int limit) {
    return jdbc.query(
        "select * from mail_opt_outs where customer_id > ? order by customer_id limit ?",
        (row, number) ->
            new OptOut(
                row.getString("customer_id"),
                row.getString("how"),
                row.getObject("since", OffsetDateTime.class).toInstant()),
        after,
        limit);
  }
}
