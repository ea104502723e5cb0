package io.octroi.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ColumnsIT {
  private static final TestDatabase DATABASE = TestInfrastructure.database("columns", "columns");
  private static final String UNNEST =
      """
      select * from unnest(?::text[], ?::uuid[], ?::timestamptz[], ?::bigint[], ?::integer[],
                           ?::boolean[], ?::bytea[])
        with ordinality as c (name, id, at, number, small, flag, body, position)
       order by position
      """;

  /** How arrays of ids and times go to the server. */
  enum Transfer {
    BINARY,
    TEXT;

    JdbcTemplate jdbc() {
      DriverManagerDataSource dataSource =
          new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password());
      Properties properties = new Properties();
      if (this == BINARY) {
        properties.setProperty("binaryTransferEnable", "UUID_ARRAY,TIMESTAMPTZ_ARRAY");
      }
      dataSource.setConnectionProperties(properties);
      return new JdbcTemplate(dataSource);
    }
  }

  private record Row(
      @Nullable String name,
      @Nullable UUID id,
      @Nullable Instant at,
      @Nullable Long number,
      @Nullable Integer small,
      boolean flag,
      String body) {}

  @ParameterizedTest
  @EnumSource
  void whatWentInComesOut(Transfer transfer) {
    List<Row> rows =
        List.of(
            new Row(
                "a \"b\", {c}",
                new UUID(-1, 1),
                at("2026-11-22T10:00:00.123456Z"),
                1L,
                2,
                true,
                "one"),
            new Row(null, null, null, null, null, false, ""),
            new Row(
                "",
                new UUID(0, 0),
                at("1969-12-31T23:59:59.999999Z"),
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                true,
                "three"));

    assertThat(read(transfer.jdbc(), rows)).isEqualTo(rows);
  }

  @ParameterizedTest
  @EnumSource
  void noRowsAreNoRows(Transfer transfer) {
    assertThat(read(transfer.jdbc(), List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void timesAreRoundedToMicroseconds(Transfer transfer) {
    assertThat(times(transfer.jdbc(), at("2026-11-22T10:00:00.000000400Z")))
        .containsExactly(at("2026-11-22T10:00:00Z"));
    assertThat(times(transfer.jdbc(), at("2026-11-22T10:00:00.999999600Z")))
        .containsExactly(at("2026-11-22T10:00:01Z"));
    assertThat(times(transfer.jdbc(), at("1999-12-31T23:59:59.000000700Z")))
        .containsExactly(at("1999-12-31T23:59:59.000001Z"));
  }

  @ParameterizedTest
  @EnumSource
  void timesThatTheDatabaseDoesNotKnowAreRefusedByIt(Transfer transfer) {
    JdbcTemplate jdbc = transfer.jdbc();

    assertThatThrownBy(() -> times(jdbc, Instant.MAX))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> times(jdbc, Instant.MIN))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** An id is 16 bytes behind its length, not 36 characters. */
  @Test
  void idsAndTimesTravelInBinary() {
    UuidArray ids = new UuidArray(new @Nullable UUID[] {new UUID(1, 2), null});
    TimestampArray times = new TimestampArray(new Instant[] {at("2000-01-01T00:00:01Z")});
    byte[] written = new byte[times.lengthInBytes()];
    times.toBytes(written, 0);

    assertThat(ids.lengthInBytes()).isEqualTo(20 + 4 + 16 + 4);
    assertThat(written)
        .containsExactly(
            0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 4, -96, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0,
            15, 66, 64);
  }

  private static List<Row> read(JdbcTemplate jdbc, List<Row> rows) {
    return jdbc.query(
        UNNEST,
        (row, number) ->
            new Row(
                row.getString("name"),
                row.getObject("id", UUID.class),
                instant(row.getObject("at", OffsetDateTime.class)),
                row.getObject("number", Long.class),
                row.getObject("small", Integer.class),
                row.getBoolean("flag"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8)),
        Columns.of(rows)
            .text(Row::name)
            .uuids(Row::id)
            .instants(Row::at)
            .longs(Row::number)
            .integers(Row::small)
            .booleans(Row::flag)
            .bytes(row -> row.body().getBytes(StandardCharsets.UTF_8))
            .arguments());
  }

  private static List<@Nullable Instant> times(JdbcTemplate jdbc, Instant at) {
    return jdbc.query(
        "select * from unnest(?::timestamptz[])",
        (row, number) -> instant(row.getObject(1, OffsetDateTime.class)),
        Columns.of(List.of(at)).instants(time -> time).arguments());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }
}
