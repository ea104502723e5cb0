package io.octroi.bench.baseline;

import io.octroi.bench.server.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The two tables that every baseline writes, so that all of them ask the same of the database. */
final class BaselineTables {
  private static final String NEW =
      """
      drop table if exists webhook_event, payment;
      create table webhook_event (
          id          text        primary key,
          type        text        not null,
          payload     text        not null,
          received_at timestamptz not null default now()
      );
      create table payment (
          id         text        primary key,
          status     text        not null,
          amount     bigint      not null,
          currency   text        not null,
          customer   text,
          updated_at timestamptz not null default now()
      );
      """;

  private BaselineTables() {}

  /** Makes them, empty, in the role's own schema. */
  static void create(DatabaseAddress database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(NEW);
    } catch (SQLException e) {
      throw new IllegalStateException("the tables of the baseline cannot be made", e);
    }
  }
}
