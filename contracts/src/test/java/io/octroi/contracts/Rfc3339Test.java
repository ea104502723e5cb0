package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-03T10:15:31Z",
        "2026-02-03T10:15Z",
        "2026-02-03T10:15:31.1Z",
        "2026-02-03T10:15:31.123456789Z",
        "2026-02-03T10:15:31+05:30",
        "2026-02-03T10:15:31.000001-11:00",
        "2024-02-29T23:59:59.999999999Z",
        "1969-12-31T23:59:59.999999999Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "+294276-12-31T23:59:59Z",
        "-0001-12-31T23:59:59Z",
      })
  void reads_what_the_jdk_reads(String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @Test
  void reads_whatever_an_instant_writes() {
    Random random = new Random(20260203);
    long lastSecond = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    for (int i = 0; i < 10_000; i++) {
      int nanos =
          random.nextInt(1_000_000_000) / (int) Math.pow(10, i % 9) * (int) Math.pow(10, i % 9);
      Instant at = Instant.ofEpochSecond(random.nextLong(lastSecond), nanos);

      assertThat(Rfc3339.parse(at.toString())).isEqualTo(at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "1770113731",
        "2026-02-03",
        "2026-02-03T10:15:31",
        "2026-02-30T10:15:31Z",
        "2026-13-01T10:15:31Z",
        "2026-02-03T25:15:31Z",
        "2026-02-03T10:15:31.Z",
        "2026-02-03T10:15:31.1234567890Z",
        "2026-02-03T10:15:31ZZ",
        "2026-02-03T10:15:31Z[Europe/Paris]",
        "+10000-01-01",
        "-",
        "２０２６-02-03T10:15:31Z",
      })
  void refuses_what_is_no_time_of_an_instant(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Rfc3339.parse(text));
  }

  @Test
  void a_broken_time_is_read_or_refused_and_nothing_else() {
    Random random = new Random(20260203);
    String good = "2026-02-03T10:15:31.123456789+01:00";

    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(good);
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 300));
      text.setLength(random.nextInt(text.length() + 1));
      try {
        assertThat(Rfc3339.parse(text.toString())).isNotNull();
      } catch (DateTimeException expected) {
        // As it should.
      }
    }
  }
}
