package io.octroi.platform.database;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server's settings file: loopback only, nothing given up of durability, little memory. */
final class ServerConfiguration {
  static final String FILE = "octroi.conf";

  private ServerConfiguration() {}

  static String of(int port, Map<String, String> overrides) {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "password_encryption", "scram-sha-256",
                "timezone", "UTC",
                "log_timezone", "UTC"));
    settings.putAll(
        Map.of(
            "shared_buffers", "64MB",
            "max_connections", "100",
            "max_wal_size", "512MB",
            "huge_pages", "off",
            // Queries here are short: compiling them costs more than it brings.
            "jit", "off",
            // Statements carry what must not be in logs.
            "log_min_error_statement", "panic",
            "log_min_messages", "warning"));
    settings.putAll(overrides);
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
        .collect(Collectors.joining());
  }
}
