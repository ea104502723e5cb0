package io.octroi.messaging.deadletter;

import io.octroi.runtime.log.LogKeys;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the dead-letter topics into the table; each record in a transaction of its own. */
final class DeadLetterIntake implements BatchMessageListener<String, byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterIntake.class);

  private final Arrivals arrivals;
  private final TransactionOperations transactions;

  DeadLetterIntake(Arrivals arrivals, TransactionOperations transactions) {
    this.arrivals = arrivals;
    this.transactions = transactions;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> letters) {
    for (ConsumerRecord<String, byte[]> letter : letters) {
      try {
        transactions.executeWithoutResult(status -> arrivals.take(letter));
      } catch (DataIntegrityViolationException e) {
        // It stays in its topic; those behind it must not wait for it.
        LOG.atError()
            .addKeyValue(LogKeys.TOPIC, letter.topic())
            .addKeyValue(LogKeys.PARTITION, letter.partition())
            .addKeyValue(LogKeys.OFFSET, letter.offset())
            .log("A dead letter cannot be taken into the table; it is in its topic only");
      }
    }
  }
}
