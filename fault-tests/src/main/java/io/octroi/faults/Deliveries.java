package io.octroi.faults;

import io.octroi.local.LocalSystem;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notifier's leases, as its tables show them. */
final class Deliveries {
  private final JdbcClient jdbc;

  Deliveries(LocalSystem system) {
    this.jdbc = JdbcClient.create(system.database().superuser());
  }

  /** What is being sent right now: delivery and attempt. */
  List<String> underLease() {
    return jdbc.sql(
            "select id || '#' || attempts from notifier.deliveries where status = 'sending'")
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Which of these attempts were recorded as if their lease had not ended. */
  List<String> recordedByWhoLostThem(List<String> attempts) {
    return jdbc.sql(
            "select delivery_id || '#' || attempt from notifier.delivery_attempts"
                + " where delivery_id || '#' || attempt = any (?)"
                + " and finished_at is not null and not late")
        .param(attempts.toArray(String[]::new))
        .query((row, _) -> row.getString(1))
        .list();
  }
}
