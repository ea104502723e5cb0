package io.octroi.messaging;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventTypes;
import io.octroi.messaging.batch.Columns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps events in the database until the broker has them, in the transaction of the change they
 * tell of.
 *
 * <p>Events of one key are published in the order in which they were appended, provided that
 * transactions which append for the same key hold a common row lock when they do. Without one, two
 * of them may draw their ids in one order and commit in the other.
 */
public class Outbox {
  private static final String APPEND =
      """
      insert into outbox (lane, event_id, source, type, topic, message_key, occurred_at, payload,
                          traceparent, created_at)
      select e.lane, e.event_id, e.source, e.type, e.topic, e.message_key, e.occurred_at, e.payload,
             e.traceparent, ?
        from unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::bytea[], ?::text[])
          with ordinality
          as e (lane, event_id, source, type, topic, message_key, occurred_at, payload,
                traceparent, position)
       order by e.position
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final int lanes;
  private final Runnable afterCommit;

  /**
   * @param afterCommit told when a transaction that appended has committed; must return at once
   */
  Outbox(JdbcTemplate jdbc, Clock clock, int lanes, Runnable afterCommit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.lanes = lanes;
    this.afterCommit = afterCommit;
  }

  /**
   * Adds events in their order, in one statement.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    jdbc.update(
        APPEND,
        Columns.of(messages)
            .same(clock.instant().atOffset(ZoneOffset.UTC))
            .integers(m -> Lanes.of(event(m).key(), lanes))
            .uuids(m -> m.envelope().id())
            .text(m -> m.envelope().source())
            .text(m -> EventTypes.nameOf(event(m).getClass()))
            .text(m -> EventCodec.topicOf(event(m)))
            .text(m -> event(m).key())
            .instants(m -> event(m).occurredAt())
            .bytes(m -> EventCodec.toJson(event(m)))
            .text(OutboxMessage::traceparent)
            .arguments());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            afterCommit.run();
          }
        });
  }

  private static DomainEvent event(OutboxMessage message) {
    return message.envelope().event();
  }
}
