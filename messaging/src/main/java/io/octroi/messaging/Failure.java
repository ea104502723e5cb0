package io.octroi.messaging;

import io.octroi.contracts.MalformedRecordException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Whose fault it is that a batch could not be handled: that decides what happens to it. */
sealed interface Failure {

  /** The database or the broker is away or refuses us: nothing is wrong with the records. */
  record Infrastructure() implements Failure {}

  /**
   * One of the records cannot be handled, now or later.
   *
   * @param reason a stable code
   */
  record Data(String reason) implements Failure {}

  /**
   * Only what the database says of the data itself (SQLSTATE classes 22 and 23) counts as the
   * record's fault; a missing table or right would otherwise empty a topic into the dead letters.
   */
  static Failure of(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnprocessableRecordException unprocessable) {
        return new Data(unprocessable.reason());
      }
      if (cause instanceof MalformedRecordException) {
        return new Data("malformed_record");
      }
      if (cause instanceof SQLException sql) {
        return sql.getSQLState() != null && sql.getSQLState().matches("2[23].*")
            ? new Data("rejected_by_database_" + sql.getSQLState())
            : new Infrastructure();
      }
      if (cause instanceof TransactionException
          || cause instanceof KafkaException
          || cause instanceof InterruptedException) {
        return new Infrastructure();
      }
      if (cause instanceof DataAccessException && cause.getCause() == null) {
        return cause instanceof DataIntegrityViolationException
            ? new Data("rejected_by_database")
            : new Infrastructure();
      }
    }
    return new Data("unexpected_" + failure.getClass().getSimpleName());
  }
}
