package io.octroi.subscription.subscription;

import io.octroi.messaging.batch.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which payments readers have been told of. */
@Component
final class Announcements {
  private static final String RECORD =
      """
      insert into announcements (payment_id, subscription_id, announced_at)
      select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::timestamptz[])
      """;

  private final JdbcTemplate jdbc;

  Announcements(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void record(Collection<Outcome> outcomes, Instant now) {
    List<Line> lines =
        outcomes.stream()
            .flatMap(o -> o.announced().stream().map(payment -> new Line(payment, o.after().id())))
            .toList();
    if (!lines.isEmpty()) {
      jdbc.update(
          RECORD,
          Columns.of(lines)
              .uuids(Line::paymentId)
              .uuids(Line::subscriptionId)
              .instants(line -> now)
              .arguments());
    }
  }

  private record Line(UUID paymentId, UUID subscriptionId) {}
}
