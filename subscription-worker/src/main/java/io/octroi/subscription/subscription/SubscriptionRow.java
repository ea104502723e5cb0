package io.octroi.subscription.subscription;

import io.octroi.contracts.Contact;
import io.octroi.subscription.period.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** How a subscription lies in its table. */
public final class SubscriptionRow {
  /** The columns that {@link #read} reads. */
  public static final String COLUMNS =
      """
      subscription_id, version, customer_id, family, plan_code, status, starts_at, ends_at,
      email, language, telegram_user_id, phone
      """;

  private SubscriptionRow() {}

  public static Subscription read(ResultSet row, int number) throws SQLException {
    return new Subscription(
        row.getObject("subscription_id", UUID.class),
        row.getLong("version"),
        new SubscriptionKey(row.getString("customer_id"), row.getString("family")),
        row.getString("plan_code"),
        standing(row),
        contact(row));
  }

  static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("email"),
        row.getString("language"),
        row.getObject("telegram_user_id", Long.class),
        row.getString("phone"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static String status(Subscription subscription) {
    return switch (subscription.standing()) {
      case Standing.Unpaid s -> "unpaid";
      case Standing.Active s -> "active";
      case Standing.Expired s -> "expired";
    };
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String status = row.getString("status");
    if (status.equals("unpaid")) {
      return new Standing.Unpaid();
    }
    Span span = new Span(instant(row, "starts_at"), instant(row, "ends_at"));
    return status.equals("active") ? new Standing.Active(span) : new Standing.Expired(span);
  }
}
