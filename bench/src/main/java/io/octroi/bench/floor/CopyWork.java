package io.octroi.bench.floor;

import io.octroi.bench.server.DatabaseAddress;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.ByteStreamWriter;

/** Inserts rows as a ledger has them with {@code copy}, one transaction a batch. */
final class CopyWork implements Work {
  private static final String TABLE =
      """
      drop table if exists floor_ledger;
      create table floor_ledger (
          endpoint    text        not null,
          event_id    text        not null,
          received_at timestamptz not null,
          body        bytea       storage external not null,
          sha256      bytea       not null,
          primary key (endpoint, event_id)
      );
      """;

  private static final String COPY =
      "copy floor_ledger (endpoint, event_id, received_at, body, sha256)"
          + " from stdin (format binary)";

  private final DatabaseAddress database;
  private final LedgerBatch batch;

  CopyWork(DatabaseAddress database, byte[] body) throws NoSuchAlgorithmException {
    this.database = database;
    this.batch = new LedgerBatch(body);
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
    try (Connection connection = database.connect()) {
      CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
      while (going.getAsBoolean()) {
        CopyIn copy = copies.copyIn(COPY);
        copy.writeToCopy(ByteStreamWriter.of(batch.next()));
        // The connection commits by itself: with its end a copy is there.
        done.add(copy.endCopy());
      }
    }
  }
}
