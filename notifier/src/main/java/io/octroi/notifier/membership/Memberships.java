package io.octroi.notifier.membership;

import io.octroi.notifier.linking.History;
import io.octroi.notifier.linking.Links;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes in what is said of accounts in chats; in the transaction it is called in. Each word may
 * come late, twice and in any order.
 */
public final class Memberships {
  private static final String EXPECT =
      """
      insert into telegram_memberships as m (chat_id, telegram_user_id, customer_id, standing,
             seen_at, seen_update, due_at, check_at)
      select e.chat_id, l.telegram_user_id, l.customer_id, 'unknown', 'epoch', 0, min(e.due_at),
             min(e.check_at)
        from unnest(?::text[], ?::bigint[], ?::text[]::timestamptz[], ?::text[]::timestamptz[])
               as e (customer_id, chat_id, due_at, check_at)
        join telegram_links l on l.customer_id = e.customer_id
       group by e.chat_id, l.telegram_user_id, l.customer_id
       order by l.customer_id, e.chat_id
      on conflict (chat_id, telegram_user_id) do update
         set customer_id = excluded.customer_id, cut_at = null, touched = m.touched + 1,
             due_at = least(m.due_at, excluded.due_at), check_at = least(m.check_at, excluded.check_at)
      """;

  private static final String ASKED =
      """
      insert into telegram_memberships as m (chat_id, telegram_user_id, customer_id, standing,
             seen_at, seen_update, asked_at, due_at, check_at)
      values (?, ?, ?, 'unknown', 'epoch', 0, ?, ?, ?)
      on conflict (chat_id, telegram_user_id) do update
         set asked_at = excluded.asked_at, due_at = excluded.due_at, touched = m.touched + 1,
             customer_id = case when excluded.customer_id = '' then m.customer_id
               else excluded.customer_id end
      """;

  private static final String SEEN =
      """
      update telegram_memberships
         set standing = ?, seen_at = ?, seen_update = ?, due_at = ?, touched = touched + 1,
             asked_at = case when ? then null else asked_at end
       where chat_id = ? and telegram_user_id = ? and (seen_at, seen_update) < (?, ?)
      returning customer_id
      """;

  private final JdbcTemplate jdbc;
  private final Links links;
  private final History history;
  private final Duration checkInterval;

  Memberships(JdbcTemplate jdbc, Links links, History history, Duration checkInterval) {
    this.jdbc = jdbc;
    this.links = links;
    this.history = history;
    this.checkInterval = checkInterval;
  }

  /** A customer's access to a chat began, changed or ended. */
  record Expected(String customerId, long chatId, Instant dueAt, Instant checkAt) {}

  /** In one statement, in one order for all transactions; nothing is done for who is not linked. */
  void expect(Collection<Expected> expected) {
    if (expected.isEmpty()) {
      return;
    }
    jdbc.update(
        EXPECT,
        expected.stream().map(Expected::customerId).toArray(String[]::new),
        expected.stream().map(Expected::chatId).toArray(Long[]::new),
        expected.stream().map(e -> e.dueAt().toString()).toArray(String[]::new),
        expected.stream().map(e -> e.checkAt().toString()).toArray(String[]::new));
  }

  /** Somebody asks to be let in. */
  public void asked(long chatId, long userId, Instant at, Instant now) {
    String customer = links.ofAccount(userId).map(link -> link.customerId()).orElse("");
    jdbc.update(ASKED, chatId, userId, customer, utc(at), utc(now), utc(now.plus(checkInterval)));
    if (!customer.isEmpty()) {
      history.add(History.Entry.inChat(chatId, customer, "asked", ""), now);
    }
  }

  /**
   * Telegram says what an account has become; what is older than what is known changes nothing but
   * makes us ask.
   */
  public void seen(Seen seen, Instant now) {
    links
        .ofAccount(seen.userId())
        .ifPresent(link ->
            expect(
                List.of(
                    new Expected(link.customerId(), seen.chatId(), now, now.plus(checkInterval)))));
    List<String> customers =
        jdbc.query(
            SEEN,
            (row, number) -> row.getString(1),
            seen.standing().wireName(),
            utc(seen.at()),
            seen.updateId(),
            utc(now),
            seen.standing().isIn(),
            seen.chatId(),
            seen.userId(),
            utc(seen.at()),
            seen.updateId());
    if (customers.isEmpty()) {
      jdbc.update(
          "update telegram_memberships set check_at = ? where chat_id = ? and telegram_user_id = ?"
              + " and seen_update <> ?",
          utc(now),
          seen.chatId(),
          seen.userId(),
          seen.updateId());
    }
    String kind = seen.standing().isIn() ? "joined" : "left";
    customers.stream()
        .filter(customer -> !customer.isEmpty())
        .forEach(customer ->
            history.add(
                History.Entry.inChat(seen.chatId(), customer, kind, seen.standing().wireName()),
                now));
  }

  /**
   * What an update says of an account.
   *
   * @param chatId the configured id
   * @param at Telegram's time, whole seconds
   */
  public record Seen(long chatId, long userId, Standing standing, Instant at, long updateId) {}

  /** An account's link was ended: it is to leave every chat. */
  public void cut(long userId, Instant now) {
    jdbc.update(
        "update telegram_memberships set cut_at = ?, due_at = ?, check_at = ?,"
            + " touched = touched + 1 where telegram_user_id = ?",
        utc(now),
        utc(now),
        utc(now),
        userId);
  }

  /** The chats a customer is in, as far as is known. */
  Set<Long> chatsWithCustomer(String customerId) {
    return new HashSet<>(
        jdbc.queryForList(
            "select chat_id from telegram_memberships m join telegram_links l"
                + " using (customer_id, telegram_user_id)"
                + " where m.customer_id = ? and standing in ('inside', 'administrator', 'owner')",
            Long.class,
            customerId));
  }

  /** Makes Telegram be asked about everybody in a chat; returns how many that are. */
  public int checkAll(long chatId, Instant now) {
    return jdbc.update(
        "update telegram_memberships set check_at = ? where chat_id = ? and customer_id <> ''",
        utc(now),
        chatId);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
