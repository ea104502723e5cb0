package io.octroi.local.demo;

import io.octroi.local.LocalSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Whether nothing is on its way between the workers and out of them. The clock is moved only then:
 * to whoever sends something, a day would have passed meanwhile.
 */
public final class Quiet {
  private static final String ON_ITS_WAY =
      """
      select exists (select from payments.outbox)
          or exists (select from subscriptions.outbox)
          or exists (select from notifier.deliveries
                      where status = 'sending' or (status = 'due' and due_at <= ?))
          or exists (select from notifier.telegram_memberships
                      where lease_token is not null or due_at <= ?)
      """;

  private final LocalSystem system;

  public Quiet(LocalSystem system) {
    this.system = system;
  }

  /**
   * @throws BrokenStory when the database does not answer
   */
  public boolean isQuiet() {
    OffsetDateTime now = system.clock().instant().atOffset(ZoneOffset.UTC);
    try (Connection connection = system.database().superuser().getConnection();
        PreparedStatement statement = connection.prepareStatement(ON_ITS_WAY)) {
      statement.setObject(1, now);
      statement.setObject(2, now);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && !row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new BrokenStory("the database does not answer: " + e.getMessage());
    }
  }
}
