package io.octroi.notifier.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which account is whose: one account a customer, one customer an account. */
public final class Links {
  /** The one lock under which links are made and cut; any number will do. */
  private static final long LOCK = 0x6F63_7472_6F69_0001L;

  private final JdbcTemplate jdbc;

  Links(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The account of a customer. */
  public Optional<AccountLink> ofCustomer(String customerId) {
    return jdbc
        .query(
            "select * from telegram_links where customer_id = ?",
            (row, number) -> read(row),
            customerId)
        .stream()
        .findFirst();
  }

  /** Whose an account is. */
  public Optional<AccountLink> ofAccount(long telegramUserId) {
    return jdbc
        .query(
            "select * from telegram_links where telegram_user_id = ?",
            (row, number) -> read(row),
            telegramUserId)
        .stream()
        .findFirst();
  }

  /** Links in the order of their customers, after one of them. */
  public List<AccountLink> list(String afterCustomerId, int limit) {
    return jdbc.query(
        "select * from telegram_links where customer_id > ? order by customer_id limit ?",
        (row, number) -> read(row),
        afterCustomerId,
        limit);
  }

  /**
   * Notes whether the bot can write to an account.
   *
   * @param why empty where it can
   */
  public void reachable(long telegramUserId, String why) {
    jdbc.update(
        "update telegram_links set unreachable = ? where telegram_user_id = ?"
            + " and unreachable <> ?",
        why,
        telegramUserId,
        why);
  }

  /** Until the transaction ends, nobody else makes or cuts a link. */
  void lock() {
    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
  }

  void insert(AccountLink link) {
    jdbc.update(
        "insert into telegram_links (customer_id, telegram_user_id, linked_at, how, unreachable)"
            + " values (?, ?, ?, ?, ?)",
        link.customerId(),
        link.telegramUserId(),
        utc(link.linkedAt()),
        link.how(),
        link.unreachable());
  }

  void delete(AccountLink link) {
    jdbc.update(
        "delete from telegram_links where customer_id = ? and telegram_user_id = ?",
        link.customerId(),
        link.telegramUserId());
  }

  private static AccountLink read(ResultSet row) throws SQLException {
    return new AccountLink(
        row.getString("customer_id"),
        row.getLong("telegram_user_id"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        row.getString("how"),
        row.getString("unreachable"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
