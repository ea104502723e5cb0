package io.octroi.payment.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the payment-worker's table of agreements holds. */
public final class AgreementsInDatabase {
  private AgreementsInDatabase() {}

  /** As {@link AgreementsInMemory#fingerprint}. */
  public static List<String> fingerprint(JdbcTemplate jdbc) {
    return jdbc.query(
        "select * from agreements order by provider, agreement",
        (row, number) ->
            Stream.of(
                    row.getString("provider"),
                    row.getString("agreement"),
                    row.getString("status"),
                    instant(row, "ends_at"),
                    row.getString("stated_plan"),
                    row.getString("provider_customer"),
                    instant(row, "stated_at"),
                    row.getString("stated_by"),
                    row.getString("event_id"),
                    row.getString("customer_id"),
                    row.getString("plan_code"))
                .map(String::valueOf)
                .collect(Collectors.joining(" ")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
