package io.octroi.notifier.membership;

import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.telegram.PlanChats;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which chats a plan opens, and under which id they are to be found today. A chat is called by its
 * configured id everywhere but towards Telegram.
 */
public final class Chats {
  private final PlanChats opened;
  private final JdbcTemplate jdbc;

  Chats(PlanChats opened, JdbcTemplate jdbc) {
    this.opened = opened;
    this.jdbc = jdbc;
  }

  /** The chats that a subscription opens while it runs. */
  List<Long> openedBy(SubscriptionState state) {
    return opened.of(state.family(), state.planCode());
  }

  /** Whether one of these subscriptions, told over or not, opens a chat. */
  boolean isOpenedByActive(Collection<SubscriptionState> states, long chatId) {
    return states.stream().anyMatch(state -> state.isActive() && openedBy(state).contains(chatId));
  }

  /** The id that Telegram knows a configured chat by. */
  long currentId(long chatId) {
    return jdbc
        .queryForList("select moved_to from chat_migrations where chat_id = ?", Long.class, chatId)
        .stream()
        .findFirst()
        .orElse(chatId);
  }

  /** The configured chat that Telegram calls, or called, by this id; empty for any other chat. */
  public Optional<Long> configuredId(long telegramId) {
    if (opened.all().contains(telegramId)) {
      return Optional.of(telegramId);
    }
    return jdbc
        .query(
            "select chat_id from chat_migrations where moved_to = ?",
            (row, number) -> row.getLong(1),
            telegramId)
        .stream()
        .filter(opened.all()::contains)
        .findFirst();
  }

  /** Remembers that a configured chat has a new id. */
  public void moved(long chatId, long newId, Instant at) {
    jdbc.update(
        "insert into chat_migrations (chat_id, moved_to, noticed_at) values (?, ?, ?)"
            + " on conflict (chat_id) do update"
            + " set moved_to = excluded.moved_to, noticed_at = excluded.noticed_at",
        chatId,
        newId,
        at.atOffset(ZoneOffset.UTC));
  }
}
