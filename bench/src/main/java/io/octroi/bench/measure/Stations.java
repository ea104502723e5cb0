package io.octroi.bench.measure;

import io.octroi.bench.load.EventTemplate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Asks the database how far the events of one run have come. */
public final class Stations {
  private static final int FETCH = 10_000;

  private final DataSource database;
  private final EventTemplate template;

  /**
   * For the events made from {@code template}.
   *
   * @param database all schemas, read as their owner
   */
  public Stations(DataSource database, EventTemplate template) {
    this.database = database;
    this.template = template;
  }

  /** How many events have their row at the station. */
  public long count(Station station) {
    try (Connection connection = database.getConnection()) {
      return count(connection, station, 0);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The same of those events only whose number is {@code from} or larger. */
  long count(Connection connection, Station station, long from) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(station.countSql())) {
      bind(statement, station, from);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /**
   * When each event's row was committed, by the event's number.
   *
   * @param events how many were sent
   */
  public Commits commits(Station station, int events) {
    long[] micros = new long[events];
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(station.commitsSql())) {
        statement.setFetchSize(FETCH);
        bind(statement, station, 0);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            micros[rows.getInt(1)] = rows.getLong(2);
          }
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw failed(e);
    }
    return new Commits(micros);
  }

  private void bind(PreparedStatement statement, Station station, long from) throws SQLException {
    String prefix = station == Station.LEDGER ? template.eventPrefix() : template.customerPrefix();
    statement.setString(1, prefix + String.format(Locale.ROOT, "%010d", from));
    statement.setString(2, prefix + "9999999999");
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the database could not be asked: " + e.getMessage(), e);
  }

  Connection open() throws SQLException {
    return database.getConnection();
  }
}
