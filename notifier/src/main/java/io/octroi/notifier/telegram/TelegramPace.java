package io.octroi.notifier.telegram;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets calls to Telegram through no faster than it takes them, counted over all instances: the
 * generic cell rate algorithm, one row a bucket, by the database's clock. Real time, also where our
 * own clock is moved, for Telegram's is not.
 */
class TelegramPace {
  private static final String RESERVE =
      """
      insert into telegram_pace as t (bucket, tat)
      values (?, clock_timestamp() + ? * interval '1 millisecond')
      on conflict (bucket) do update
         set tat = greatest(t.tat, clock_timestamp()) + ? * interval '1 millisecond'
       where t.tat - clock_timestamp() <= ? * interval '1 millisecond'
      returning extract(epoch from tat - clock_timestamp()) * 1000
      """;

  private final JdbcTemplate jdbc;
  private final PaceProperties properties;

  TelegramPace(JdbcTemplate jdbc, PaceProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /**
   * Asks for leave to call now or shortly.
   *
   * @param delay before the call; where leave is denied, before asking again
   */
  record Leave(boolean granted, Duration delay) {}

  /**
   * @param id of the chat or the person the call is about
   */
  Leave reserve(long id) {
    Leave ofChat = reserve("chat:" + id, properties.perChatPerSecond(), properties.perChatBurst());
    if (!ofChat.granted()) {
      return ofChat;
    }
    Leave ofAll = reserve("all", properties.perSecond(), properties.burst());
    return new Leave(
        ofAll.granted(),
        ofAll.delay().compareTo(ofChat.delay()) > 0 ? ofAll.delay() : ofChat.delay());
  }

  private Leave reserve(String bucket, int perSecond, int burst) {
    double gap = 1000.0 / perSecond;
    double free = gap * (burst - 1);
    double room = free + properties.longestWait().toMillis();
    List<Double> ahead =
        jdbc.query(RESERVE, (row, number) -> row.getDouble(1), bucket, gap, gap, room);
    return ahead.isEmpty()
        ? new Leave(false, properties.longestWait())
        : new Leave(true, millis(ahead.getFirst() - gap - free));
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.max(0, (long) Math.ceil(millis)));
  }

  /** Forgets buckets that are full again. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void prune() {
    jdbc.update("delete from telegram_pace where tat < clock_timestamp() - interval '1 hour'");
  }
}
