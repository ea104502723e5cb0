package io.octroi.notifier.linking;

import io.octroi.contracts.EventIds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells people what happened between a customer and the chats; nothing is decided by it. */
public final class History {
  private final JdbcTemplate jdbc;

  History(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One thing that happened.
   *
   * @param kind a stable name such as {@code linked} or {@code removed}
   * @param code why, or how; empty where there is nothing to add
   * @param traceparent W3C trace context, or empty
   */
  public record Entry(
      String customerId, String kind, OptionalLong chatId, String code, String traceparent) {
    public static Entry of(String customerId, String kind, String code, String traceparent) {
      return new Entry(customerId, kind, OptionalLong.empty(), code, traceparent);
    }

    public static Entry inChat(long chatId, String customerId, String kind, String code) {
      return new Entry(customerId, kind, OptionalLong.of(chatId), code, "");
    }
  }

  public void add(Entry entry, Instant at) {
    jdbc.update(
        "insert into telegram_history (id, customer_id, at, kind, chat_id, code, traceparent)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        EventIds.next(at),
        entry.customerId(),
        at.atOffset(ZoneOffset.UTC),
        entry.kind(),
        entry.chatId().isPresent() ? entry.chatId().getAsLong() : null,
        entry.code(),
        entry.traceparent());
  }
}
