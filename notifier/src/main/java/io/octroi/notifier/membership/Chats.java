package io.octroi.notifier.membership;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which chats a plan family opens, and under which id they are to be found today. */
final class Chats {
  private final Map<String, List<Long>> byFamily;
  private final JdbcTemplate jdbc;

  Chats(Map<String, List<Long>> byFamily, JdbcTemplate jdbc) {
    this.byFamily = byFamily;
    this.jdbc = jdbc;
  }

  /** The families that open this chat. */
  Set<String> familiesThatOpen(long chatId) {
    return byFamily.entrySet().stream()
        .filter(family -> family.getValue().contains(chatId))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The id that Telegram knows a configured chat by. */
  long currentId(long chatId) {
    return jdbc
        .queryForList("select moved_to from chat_migrations where chat_id = ?", Long.class, chatId)
        .stream()
        .findFirst()
        .orElse(chatId);
  }

  /** Remembers that a configured chat has a new id. */
  void moved(long chatId, long newId, Instant at) {
    jdbc.update(
        "insert into chat_migrations (chat_id, moved_to, noticed_at) values (?, ?, ?)"
            + " on conflict (chat_id) do update"
            + " set moved_to = excluded.moved_to, noticed_at = excluded.noticed_at",
        chatId,
        newId,
        at.atOffset(ZoneOffset.UTC));
  }
}
