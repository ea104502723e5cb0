package io.octroi.payment.ledger;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A webhook as the ledger has it.
 *
 * @param position its place in the ledger
 * @param outcome what became of it, as stored
 */
public record StoredWebhook(
    long position,
    Instant recordedAt,
    VerifiedWebhook webhook,
    Entry.Source source,
    String outcome) {

  /** Reads a row with all columns of the ledger. */
  public static StoredWebhook read(ResultSet row, int number) throws SQLException {
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            row.getString("endpoint"),
            row.getString("provider"),
            row.getString("event_id"),
            row.getString("event_type"),
            row.getString("ordering_key"),
            instant(row, "occurred_at"),
            instant(row, "received_at"),
            new Provenance(
                Trust.ofWireName(row.getString("trust")),
                row.getString("secret_version"),
                Origin.ofWireName(row.getString("origin")),
                row.getString("sealed_sha256")),
            row.getBytes("body"));
    Entry.Source source =
        new Entry.Source(
            row.getString("topic"),
            row.getInt("partition_no"),
            row.getLong("offset_no"),
            row.getString("traceparent"));
    return new StoredWebhook(
        row.getLong("position"),
        instant(row, "recorded_at"),
        webhook,
        source,
        row.getString("outcome"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
