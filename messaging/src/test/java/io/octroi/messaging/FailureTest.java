package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.MalformedRecordException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureTest {

  static Stream<Arguments> failures() {
    Failure wait = new Failure.Infrastructure();
    return Stream.of(
        Arguments.of(new DataAccessResourceFailureException("no connection"), wait),
        Arguments.of(new CannotCreateTransactionException("no connection"), wait),
        Arguments.of(
            new PessimisticLockingFailureException("deadlock", new SQLException("", "40P01")),
            wait),
        Arguments.of(new ConcurrencyFailureException("somebody else was faster"), wait),
        Arguments.of(
            new BadSqlGrammarException("insert", "insert", new SQLException("", "42P01")), wait),
        Arguments.of(
            new UncategorizedSQLException("insert", "insert", new SQLException("", "57P01")), wait),
        Arguments.of(
            new UncategorizedSQLException("insert", "insert", new SQLException("disk", "53100")),
            wait),
        Arguments.of(new KafkaException("broker away"), wait),
        Arguments.of(new UnprocessableRecordException("bad", "bad"), new Failure.Data("bad")),
        Arguments.of(
            new IllegalStateException(new UnprocessableRecordException("bad", "bad")),
            new Failure.Data("bad")),
        Arguments.of(new MalformedRecordException("bad"), new Failure.Data("malformed_record")),
        Arguments.of(
            new DataIntegrityViolationException("check", new SQLException("", "23514")),
            new Failure.Data("rejected_by_database_23514")),
        Arguments.of(
            new IllegalArgumentException("bug"),
            new Failure.Data("unexpected_IllegalArgumentException")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void only_the_data_itself_is_ever_put_aside(RuntimeException thrown, Failure expected) {
    assertThat(Failure.of(thrown)).isEqualTo(expected);
  }
}
