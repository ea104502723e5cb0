package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What finding and removing rows costs, in pages: a table through which much went has many. */
class OutboxRowsIT {
  private static final String SCHEMA = "outbox_rows_test";
  private static final List<Integer> LANES = List.of(0, 1, 2, 3);
  private static final int FEW_PAGES = 40;

  /** Plans are kept with a connection. */
  private static SingleConnectionDataSource connection;

  private static JdbcTemplate jdbc;
  private static TransactionTemplate transactions;
  private static Outbox outbox;
  private static OutboxRows rows;

  @BeforeAll
  static void prepare() throws Exception {
    connection = new SingleConnectionDataSource(MigratedSchema.named(SCHEMA).getConnection(), true);
    jdbc = new JdbcTemplate(connection);
    // The server's own vacuum would make the table what it is not to be, and counts as looking at
    // it.
    jdbc.execute("alter table outbox set (autovacuum_enabled = false)");
    transactions = new TransactionTemplate(new DataSourceTransactionManager(connection));
    outbox = new Outbox(jdbc, Clock.systemUTC(), LANES.size(), () -> {});
    rows = new OutboxRows(jdbc, transactions);
  }

  @AfterAll
  static void close() {
    connection.destroy();
  }

  @BeforeEach
  void empty() {
    jdbc.update("delete from outbox");
    jdbc.execute("vacuum outbox");
  }

  /** What the table was when statistics were taken; the planner goes by them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze outbox; delete from outbox",
        "delete from outbox; vacuum (analyze, truncate false) outbox"
      })
  void rows_are_found_without_reading_through_what_is_gone(String history) {
    // Given; what is gone is looked at once more, to be passed over from then on
    append(2_000);
    Stream.of(history.split(";")).forEach(jdbc::execute);
    append(1);
    rows.pending(LANES, 50);

    // When
    long before = pagesLookedAt();
    assertThat(rows.pending(LANES, 50)).hasSize(1);

    // Then
    assertThat(pagesLookedAt() - before).isLessThan(FEW_PAGES);
  }

  @Test
  void what_was_planned_while_nothing_waited_does_not_read_through_what_is_gone() {
    // Given plans that are kept: those of a statement's first times are not
    for (int i = 0; i < 12; i++) {
      assertThat(rows.pending(LANES, 50)).isEmpty();
      rows.remove(List.of(-1L));
    }
    append(2_000);
    jdbc.update("delete from outbox");
    append(1);
    rows.pending(LANES, 50);

    // When
    long before = pagesLookedAt();
    List<OutboxRow> pending = rows.pending(LANES, 50);
    rows.remove(pending.stream().map(OutboxRow::id).toList());
    long after = pagesLookedAt();

    // Then
    assertThat(pending).hasSize(1);
    assertThat(jdbc.queryForObject("select count(*) from outbox", Integer.class)).isZero();
    assertThat(after - before).isLessThan(FEW_PAGES);
  }

  private static void append(int events) {
    List<OutboxMessage> messages =
        IntStream.range(0, events)
            .mapToObj(i -> Events.message(Events.about("event-" + UUID.randomUUID())))
            .toList();
    transactions.executeWithoutResult(status -> outbox.append(messages));
  }

  /** Of the table and its indexes, out of memory or not. */
  private static long pagesLookedAt() {
    jdbc.queryForObject("select pg_stat_force_next_flush()::text", String.class);
    Long pages =
        jdbc.queryForObject(
            """
            select heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit
              from pg_statio_user_tables
             where schemaname = ? and relname = 'outbox'
            """,
            Long.class,
            SCHEMA);
    return pages == null ? 0 : pages;
  }
}
