package io.octroi.bench.floor;

import io.octroi.bench.server.DatabaseAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Inserts rows as a ledger has them, one statement and one transaction a batch. */
final class InsertWork implements Work {
  /** As many events as a worker takes at most in one poll. */
  static final int BATCH = 500;

  private static final String TABLE =
      """
      drop table if exists floor_ledger;
      create table floor_ledger (
          endpoint    text        not null,
          event_id    text        not null,
          received_at timestamptz not null,
          body        bytea       not null,
          sha256      bytea       not null,
          primary key (endpoint, event_id)
      );
      """;

  private static final String INSERT =
      """
      insert into floor_ledger (endpoint, event_id, received_at, body, sha256)
      select 'stripe', event_id, now(), body, sha256
      from unnest(?::text[], ?::bytea[], ?::bytea[]) as e (event_id, body, sha256)
      """;

  private final DatabaseAddress database;
  private final byte[][] bodies = new byte[BATCH][];
  private final byte[][] digests = new byte[BATCH][];
  private final String[] ids = new String[BATCH];
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  InsertWork(DatabaseAddress database, byte[] body) throws NoSuchAlgorithmException {
    this.database = database;
    Arrays.fill(bodies, body);
    Arrays.fill(digests, MessageDigest.getInstance("SHA-256").digest(body));
  }

  /** Makes the table, empty, in the role's own schema. */
  static void createTable(DatabaseAddress database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
  }

  @Override
  public void run(BooleanSupplier going, LongAdder done) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      while (going.getAsBoolean()) {
        insert(connection, statement);
        done.add(BATCH);
      }
    }
  }

  /** In a transaction of its own: the connection commits by itself. */
  private void insert(Connection connection, PreparedStatement statement) throws SQLException {
    Arrays.setAll(ids, _ -> "evt_" + HexFormat.of().toHexDigits(random.nextLong()));
    statement.setArray(1, connection.createArrayOf("text", ids));
    statement.setArray(2, connection.createArrayOf("bytea", bodies));
    statement.setArray(3, connection.createArrayOf("bytea", digests));
    if (statement.executeUpdate() != BATCH) {
      throw new IllegalStateException("a batch was not inserted as a whole");
    }
  }
}
