package io.octroi.notifier.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads who is in which chat, as far as is known. */
final class ChatViews {
  private static final String CHATS =
      """
      select chat_id,
             coalesce((select moved_to from chat_migrations c where c.chat_id = m.chat_id), chat_id)
               as current_id,
             count(*) filter (where standing in ('inside', 'administrator', 'owner')) as inside,
             count(*) filter (where standing in ('outside', 'banned')) as outside,
             count(*) filter (where standing = 'unknown') as unknown,
             count(*) filter (where asked_at is not null) as asking,
             (select code from telegram_chat_stops s where s.chat_id = m.chat_id) as stopped,
             (select since from telegram_chat_stops s where s.chat_id = m.chat_id) as stopped_since
        from telegram_memberships m group by chat_id order by chat_id
      """;

  private static final String MEMBERS =
      """
      select chat_id, telegram_user_id, customer_id, standing, seen_at, asked_at, due_at, check_at,
             attempts, code
        from telegram_memberships
       where customer_id <> '' and (? = '' or customer_id = ?) and (? = 0 or chat_id = ?)
         and (customer_id, chat_id) > (?, ?)
       order by customer_id, chat_id limit ?
      """;

  private final JdbcTemplate jdbc;

  ChatViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Chat> chats() {
    return jdbc.query(
        CHATS,
        (row, number) ->
            new Chat(
                row.getLong("chat_id"),
                row.getLong("current_id"),
                row.getLong("inside"),
                row.getLong("outside"),
                row.getLong("unknown"),
                row.getLong("asking"),
                row.getString("stopped"),
                instant(row, "stopped_since")));
  }

  /**
   * @param customerId of one customer; empty for all
   * @param chatId in one chat; 0 for all
   */
  List<Member> members(String customerId, long chatId, Position after, int limit) {
    return jdbc.query(
        MEMBERS,
        (row, number) ->
            new Member(
                row.getLong("chat_id"),
                row.getLong("telegram_user_id"),
                row.getString("customer_id"),
                row.getString("standing"),
                instant(row, "seen_at"),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                instant(row, "check_at"),
                row.getInt("attempts"),
                row.getString("code")),
        customerId,
        customerId,
        chatId,
        chatId,
        after.customerId(),
        after.chatId(),
        limit);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /**
   * A chat.
   *
   * @param chatId as configured
   * @param currentId as Telegram knows it today
   * @param stopped why the bot may not act there; absent where it may
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Chat(
      @JsonProperty("chat_id") long chatId,
      @JsonProperty("current_id") long currentId,
      @JsonProperty("inside") long inside,
      @JsonProperty("outside") long outside,
      @JsonProperty("unknown") long unknown,
      @JsonProperty("asking") long asking,
      @JsonProperty("stopped") @Nullable String stopped,
      @JsonProperty("stopped_since") @Nullable Instant stoppedSince) {}

  /** Where a list ended. */
  record Position(String customerId, long chatId) {
    static final Position START = new Position("", 0);

    /** Reads what {@link #toString} wrote. */
    static Position parse(String text) {
      int slash = text.indexOf('/');
      return slash < 0
          ? START
          : new Position(text.substring(slash + 1), Long.parseLong(text.substring(0, slash), 10));
    }

    @Override
    public String toString() {
      return chatId + "/" + customerId;
    }
  }

  /** An account in a chat, before it is masked. */
  record Member(
      long chatId,
      long telegramUserId,
      String customerId,
      String standing,
      @Nullable Instant seenAt,
      @Nullable Instant askedAt,
      @Nullable Instant dueAt,
      @Nullable Instant checkAt,
      int attempts,
      String code) {}
}
