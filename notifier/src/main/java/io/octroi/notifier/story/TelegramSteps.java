package io.octroi.notifier.story;

import io.octroi.operations.story.Step;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what happened between a customer and the chats; accounts and links stay out of it. */
final class TelegramSteps {
  private static final String HISTORY =
      """
      select at, kind, chat_id, code, traceparent
        from telegram_history where customer_id = ? order by at desc, id desc limit ?
      """;

  private final JdbcTemplate jdbc;

  TelegramSteps(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Step> of(String customer, int limit) {
    return jdbc.query(
        HISTORY,
        (row, number) -> {
          String chat = row.getString("chat_id");
          String kind = row.getString("kind");
          return Step.at(
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  "notifier",
                  "telegram-" + kind)
              .with("chat_id", chat == null ? "" : chat)
              .with("code", row.getString("code"))
              .traced(row.getString("traceparent"))
              .told("Telegram: " + kind.replace('-', ' '));
        },
        customer,
        limit);
  }
}
