package io.octroi.notifier.operations;

import io.octroi.notifier.delivery.DeliveryStatus;
import io.octroi.notifier.operations.CustomerView.AttemptView;
import io.octroi.notifier.operations.CustomerView.DeliveryView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads deliveries with their attempts. */
final class DeliveryViews {
  /** Shown per delivery: the newest ones; their numbers tell how many there were. */
  private static final int ATTEMPTS_SHOWN = 20;

  private static final String DELIVERIES =
      """
      select d.*, coalesce((
               select trim(m.status || ' ' || m.error_code) from sms_messages m
                where m.message_sid = d.provider_id), '') as receipt
        from deliveries d
      """;

  private static final String ATTEMPTS =
      """
      select * from (
        select a.*, row_number() over (partition by delivery_id order by attempt desc) as age
          from delivery_attempts a where delivery_id = any(?::text[]::uuid[])) newest
       where age <= ? order by delivery_id, attempt
      """;

  private final JdbcTemplate jdbc;

  DeliveryViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<DeliveryView> ofNotifications(Collection<UUID> notificationIds) {
    return withAttempts(
        jdbc.query(
            DELIVERIES
                + " where d.notification_id = any(?::text[]::uuid[])"
                + " order by d.created_at, d.id",
            (row, number) -> delivery(row),
            (Object) texts(notificationIds)));
  }

  /** The newest deliveries in a status, {@code limit} at most. */
  List<DeliveryView> inStatus(DeliveryStatus status, int limit) {
    return withAttempts(
        jdbc.query(
            DELIVERIES
                + " where d.status = ?"
                + " order by coalesce(d.settled_at, d.created_at) desc, d.id limit ?",
            (row, number) -> delivery(row),
            status.wireName(),
            limit));
  }

  private List<DeliveryView> withAttempts(List<DeliveryView> deliveries) {
    Map<UUID, List<AttemptView>> attempts = new HashMap<>();
    jdbc.query(
        ATTEMPTS,
        row -> {
          attempts
              .computeIfAbsent(row.getObject("delivery_id", UUID.class), id -> new ArrayList<>())
              .add(attempt(row));
        },
        texts(deliveries.stream().map(DeliveryView::id).toList()),
        ATTEMPTS_SHOWN);
    return deliveries.stream().map(d -> with(d, attempts.getOrDefault(d.id(), List.of()))).toList();
  }

  private static DeliveryView with(DeliveryView d, List<AttemptView> attempts) {
    return new DeliveryView(
        d.id(),
        d.notificationId(),
        d.customerId(),
        d.action(),
        d.target(),
        d.status(),
        d.code(),
        d.providerId(),
        d.insteadOf(),
        d.receipt(),
        d.dueAt(),
        d.createdAt(),
        d.settledAt(),
        attempts);
  }

  private static DeliveryView delivery(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getObject("id", UUID.class),
        row.getObject("notification_id", UUID.class),
        row.getString("customer_id"),
        row.getString("action"),
        row.getString("target"),
        row.getString("status"),
        row.getString("code"),
        row.getString("provider_id"),
        row.getObject("instead_of", UUID.class),
        row.getString("receipt"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        optional(row, "settled_at"),
        List.of());
  }

  private static AttemptView attempt(ResultSet row) throws SQLException {
    return new AttemptView(
        row.getInt("attempt"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        optional(row, "finished_at"),
        row.getString("outcome"),
        row.getString("code"),
        row.getBoolean("late"));
  }

  private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
