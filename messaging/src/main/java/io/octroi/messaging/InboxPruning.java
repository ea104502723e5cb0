package io.octroi.messaging;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets ids that are too old to come again, a little at a time. */
class InboxPruning {
  private static final String PRUNE =
      """
      delete from inbox
       where (consumer, source, event_id) in (
             select consumer, source, event_id
               from inbox
              where received_at < ?
              order by received_at
              limit ?)
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final MessagingProperties.InboxSettings settings;

  InboxPruning(JdbcTemplate jdbc, Clock clock, MessagingProperties.InboxSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** Deletes what is past its retention, in statements of bounded size. */
  @Scheduled(
      fixedDelayString = "${octroi.messaging.inbox.prune-interval:10m}",
      initialDelayString = "${octroi.messaging.inbox.prune-interval:10m}")
  void prune() {
    OffsetDateTime before = clock.instant().minus(settings.retention()).atOffset(ZoneOffset.UTC);
    int deleted;
    do {
      deleted = jdbc.update(PRUNE, before, settings.pruneBatchSize());
    } while (deleted == settings.pruneBatchSize());
  }
}
