package io.octroi.local.demo;

import io.octroi.local.LocalSystem;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.telegram.SentMessage;
import io.octroi.platform.telegram.TelegramPeople;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Sees one member from outside: their mails and messages, the chat, and what is on record. */
final class Witness {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final LocalSystem system;
  private final DataSource database;
  private final Quiet quiet;
  private final String customer;
  private final long account;

  Witness(LocalSystem system, String customer, long account) {
    this.system = system;
    this.database = system.database().superuser();
    this.quiet = new Quiet(system);
    this.customer = customer;
    this.account = account;
  }

  List<ReceivedMail> mails() {
    return system.standIns().mail().mailsTo(customer + "@example.com");
  }

  List<SentMessage> messages() {
    return people().messages(account);
  }

  boolean isIn() {
    return people().chat(LocalSystem.TELEGRAM_CHAT_ID).has(account);
  }

  TelegramPeople people() {
    return system.standIns().telegram().people();
  }

  /** All links that the member was written, oldest first. */
  List<String> links() {
    return Stream.concat(
            mails().stream().map(ReceivedMail::text), messages().stream().map(SentMessage::text))
        .flatMap(String::lines)
        .filter(line -> line.startsWith("https://t.me/"))
        .toList();
  }

  /** How often the member was told what, by kind. */
  Map<String, Integer> told() {
    Map<String, Integer> told = new TreeMap<>();
    query(
        "select kind, count(*) from notifier.notifications where customer_id = ? group by kind",
        row -> told.put(row.getString(1), row.getInt(2)));
    return told;
  }

  int told(String kind) {
    return told().getOrDefault(kind, 0);
  }

  Instant endOfAccess() {
    Instant[] end = {Instant.MIN};
    query(
        "select ends_at from subscriptions.subscriptions where customer_id = ?",
        row -> end[0] = row.getObject(1, OffsetDateTime.class).toInstant());
    return end[0];
  }

  /** Whether no mail and no message came twice. */
  boolean gotNothingTwice() {
    List<String> mails = mails().stream().map(ReceivedMail::messageId).toList();
    List<String> messages = messages().stream().map(SentMessage::text).toList();
    return new HashSet<>(mails).size() == mails.size()
        && new HashSet<>(messages).size() == messages.size();
  }

  /** Waits until nothing is on its way. */
  void awaitQuiet() {
    await("end of what is on its way", quiet::isQuiet);
  }

  /**
   * @throws BrokenStory when it does not come in time
   */
  void await(String what, BooleanSupplier seen) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!seen.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new BrokenStory("no " + what + " within " + PATIENCE.toSeconds() + " s");
      }
      pause(LOOK_AGAIN);
    }
  }

  void pause(Duration realTime) {
    try {
      TimeUnit.NANOSECONDS.sleep(realTime.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenStory("interrupted");
    }
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  /** Asks about the member, who is the one parameter. */
  private void query(String sql, Row each) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, customer);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.take(rows);
        }
      }
    } catch (SQLException e) {
      throw new BrokenStory("the database does not answer: " + e.getMessage());
    }
  }
}
