package io.octroi.notifier.membership;

import io.octroi.operations.finding.Findings;
import io.octroi.runtime.log.LogKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Chats in which the bot may not do its work. One refusal stops all calls to the chat and is one
 * finding; the chat works again when Telegram says that the bot's rights are back, or when one call
 * a while later succeeds.
 */
public final class ChatStops {
  /** The bot lacks a right in a chat, or was put out of it. */
  public static final String CONDITION = "telegram_chat_refuses";

  private static final Logger LOG = LoggerFactory.getLogger(ChatStops.class);

  private final JdbcTemplate jdbc;
  private final Findings findings;
  private final Duration probeInterval;

  ChatStops(JdbcTemplate jdbc, Findings findings, Duration probeInterval) {
    this.jdbc = jdbc;
    this.findings = findings;
    this.probeInterval = probeInterval;
  }

  /** Stops all calls to a chat. */
  public void stop(long chatId, String code, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    int made =
        jdbc.update(
            "insert into telegram_chat_stops (chat_id, code, since, probe_at) values (?, ?, ?, ?)"
                + " on conflict (chat_id) do nothing",
            chatId,
            code,
            at,
            at.plus(probeInterval));
    if (made == 0) {
      jdbc.update(
          "update telegram_chat_stops set code = ?, probe_at = ? where chat_id = ?",
          code,
          at.plus(probeInterval),
          chatId);
    } else {
      LOG.atWarn()
          .addKeyValue(LogKeys.CHAT, chatId)
          .addKeyValue(LogKeys.CODE, code)
          .log("the bot may not act in a chat; everything there waits");
    }
    findings.report(
        CONDITION,
        Long.toString(chatId),
        Map.of("code", code),
        "Make the bot an administrator of the chat who may invite and ban; it then goes on by"
            + " itself.");
  }

  /** Why no call may be made to a chat now. */
  Optional<String> codeOf(long chatId, Instant now) {
    return jdbc
        .query(
            "select code from telegram_chat_stops where chat_id = ? and probe_at > ?",
            (row, number) -> row.getString(1),
            chatId,
            now.atOffset(ZoneOffset.UTC))
        .stream()
        .findFirst();
  }

  /** The chat works, or may work again. */
  public void works(long chatId) {
    if (jdbc.update("delete from telegram_chat_stops where chat_id = ?", chatId) > 0) {
      findings.clear(CONDITION, Long.toString(chatId));
    }
  }
}
