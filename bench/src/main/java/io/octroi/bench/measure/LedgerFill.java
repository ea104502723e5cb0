package io.octroi.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Puts any number of rows into the payment-worker's tables, each a copy of one that the worker
 * wrote itself, under keys of its own that lie in no order.
 */
public final class LedgerFill {
  private static final String NUMBER = "md5('octroi' || g)";

  /** What is different in each copy; every other column is copied. */
  private static final Map<String, Map<String, String>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "ledger",
        Map.of(
            "event_id", "'evt_1' || left(" + NUMBER + ", 23)",
            "ordering_key", "'pi_3' || left(" + NUMBER + ", 23)",
            "offset_no", "g"));
    TABLES.put(
        "payments",
        Map.of(
            "id", NUMBER + "::uuid",
            "reference", "'pi_3' || left(" + NUMBER + ", 23)",
            "customer_id", "'member-' || " + NUMBER,
            "provider_customer", "'cus_' || left(" + NUMBER + ", 14)",
            "email", "left(" + NUMBER + ", 12) || '@example.com'"));
    TABLES.put(
        "payment_references",
        Map.of(
            "reference", "left(t.reference, 5) || " + NUMBER,
            "payment_id", NUMBER + "::uuid"));
    TABLES.put(
        "payment_facts",
        Map.of(
            "payment_id", NUMBER + "::uuid",
            "event_id", "'evt_1' || left(" + NUMBER + ", 23)"));
  }

  private final DataSource database;

  /**
   * Fills this database, in which the worker has written at least one payment.
   *
   * @param database all schemas, written as their owner
   */
  public LedgerFill(DataSource database) {
    this.database = database;
  }

  /**
   * Leaves so many copies and nothing else in the tables, with statistics as autovacuum has them.
   */
  public void replaceBy(int rows) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES.keySet()) {
        statement.execute("create temporary table pattern_" + table + " as " + pattern(table));
      }
      statement.execute(
          TABLES.keySet().stream()
              .map(table -> "payments." + table)
              .collect(Collectors.joining(", ", "truncate ", " cascade")));
      for (Map.Entry<String, Map<String, String>> table : TABLES.entrySet()) {
        statement.execute(copies(connection, table.getKey(), table.getValue(), rows));
      }
      for (String table : TABLES.keySet()) {
        statement.execute("vacuum analyze payments." + table);
        statement.execute("drop table pattern_" + table);
      }
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger could not be filled: " + e.getMessage(), e);
    }
  }

  /** All rows of the payment that was written last, so that they belong together. */
  private static String pattern(String table) {
    String last = "(select id from payments.payments order by created_at desc limit 1)";
    return switch (table) {
      case "ledger" -> "select * from payments.ledger order by position desc limit 1";
      case "payments" -> "select * from payments.payments where id = " + last;
      default -> "select * from payments." + table + " where payment_id = " + last;
    };
  }

  private static String copies(
      Connection connection, String table, Map<String, String> different, int rows)
      throws SQLException {
    List<String> columns = columns(connection, table);
    return String.format(
        Locale.ROOT,
        "insert into payments.%s (%s) select %s from pattern_%s t, generate_series(1, %d) g",
        table,
        String.join(", ", columns),
        columns.stream()
            .map(column -> different.getOrDefault(column, "t." + column))
            .collect(Collectors.joining(", ")),
        table,
        rows);
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select column_name from information_schema.columns where table_schema = 'payments'"
                + " and table_name = ? and is_identity = 'NO' order by ordinal_position")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }
}
