package io.octroi.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gives each service a role and a schema that it alone may touch. Every step may be repeated. */
final class Provisioning {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private Provisioning() {}

  static void database(Connection superuser, String name) throws SQLException {
    requireName(name);
    if (!exists(superuser, "select 1 from pg_database where datname = ?", name)) {
      execute(superuser, "create database " + name);
    }
    execute(superuser, "revoke all on database " + name + " from public");
  }

  static void role(Connection superuser, String database, String role, String password)
      throws SQLException {
    requireName(role);
    String verb =
        exists(superuser, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          verb + " role " + role + " login password " + statement.enquoteLiteral(password));
    }
    execute(superuser, "grant connect, temporary on database " + database + " to " + role);
  }

  static void schema(Connection superuser, String database, String schema, String role)
      throws SQLException {
    requireName(schema);
    owned(superuser, schema, role);
    // Where the service makes its tables again, beside the live ones.
    owned(superuser, schema + "_shadow", role);
    execute(
        superuser,
        String.format(
            Locale.ROOT,
            "alter role %s in database %s set search_path = %s",
            role,
            database,
            schema));
  }

  private static void owned(Connection superuser, String schema, String role) throws SQLException {
    execute(superuser, "create schema if not exists " + schema + " authorization " + role);
    execute(superuser, "alter schema " + schema + " owner to " + role);
    execute(superuser, "revoke all on schema " + schema + " from public");
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain lower-case database name: " + name);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
