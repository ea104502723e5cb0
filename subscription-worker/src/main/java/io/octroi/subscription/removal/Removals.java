package io.octroi.subscription.removal;

import io.octroi.messaging.batch.Columns;
import io.octroi.subscription.period.Span;
import io.octroi.subscription.subscription.Standing;
import io.octroi.subscription.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whom the clock put out. */
@Component
public final class Removals {
  private static final String RECORD =
      """
      insert into removals (subscription_id, ends_at, removed_at, release_id)
      select n.id, n.ends_at, n.at, n.release_id
        from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::uuid[])
          as n (id, ends_at, at, release_id)
      """;

  private final JdbcTemplate jdbc;

  Removals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records, in the transaction that puts them out.
   *
   * @param release the release that it took; null where it took none
   */
  public void record(List<Subscription> ended, Instant now, @Nullable UUID release) {
    jdbc.update(
        RECORD,
        Columns.of(ended)
            .text(Subscription::id)
            .text(Removals::endOf)
            .text(s -> now)
            .text(s -> release)
            .arguments());
  }

  private static @Nullable Instant endOf(Subscription subscription) {
    return switch (subscription.standing()) {
      case Standing.Unpaid s -> null;
      case Standing.Active s -> end(s.span());
      case Standing.Expired s -> end(s.span());
    };
  }

  private static Instant end(Span span) {
    return span.endsAt();
  }
}
