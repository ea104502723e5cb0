package io.octroi.subscription.subscription;

import io.octroi.contracts.AgreementStatus;
import io.octroi.subscription.plan.Plans;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the subscription-worker's tables hold. */
public final class AccessInDatabase {
  private AccessInDatabase() {}

  /** Everything that is kept. */
  public static AccessBooks books(JdbcTemplate jdbc, Plans plans) {
    List<Subscription> subscriptions =
        jdbc.query(
            "select " + SubscriptionRow.COLUMNS + " from subscriptions", SubscriptionRow::read);
    List<SubscriptionKey> keys = subscriptions.stream().map(Subscription::key).toList();
    return new AccessBooks(
        subscriptions,
        new Periods(jdbc).of(subscriptions),
        new Grants(jdbc, plans).of(keys).values().stream().flatMap(List::stream).toList(),
        jdbc.query(
            "select agreement, status, ends_at, customer_id from agreements",
            (row, number) -> {
              OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
              return row.getString("agreement")
                  + " "
                  + AgreementStatus.ofWireName(row.getString("status"))
                  + " "
                  + (endsAt == null ? null : endsAt.toInstant())
                  + " of "
                  + row.getString("customer_id");
            }));
  }
}
