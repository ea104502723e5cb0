package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdsTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.123Z");

  @Test
  void an_id_is_a_uuid_of_version_7_in_the_rfc_variant() {
    List<UUID> ids = IntStream.range(0, 1000).mapToObj(i -> EventIds.next(NOON)).toList();

    assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    assertThat(ids).allSatisfy(id -> assertThat(id.variant()).isEqualTo(2));
  }

  @Test
  void an_id_begins_with_its_millisecond() {
    assertThat(EventIds.next(NOON).getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void ids_of_one_millisecond_differ_in_every_random_bit() {
    List<UUID> ids = IntStream.range(0, 1000).mapToObj(i -> EventIds.next(NOON)).toList();

    long everHigh = ids.stream().mapToLong(UUID::getMostSignificantBits).reduce(0, (a, b) -> a | b);
    long everLow = ids.stream().mapToLong(UUID::getLeastSignificantBits).reduce(0, (a, b) -> a | b);
    long alwaysLow =
        ids.stream().mapToLong(UUID::getLeastSignificantBits).reduce(-1, (a, b) -> a & b);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(everHigh & 0xFFFL).isEqualTo(0xFFFL);
    assertThat(everLow).isEqualTo(0xBFFFFFFFFFFFFFFFL);
    assertThat(alwaysLow).isEqualTo(0x8000000000000000L);
  }

  @Test
  void ids_sort_by_the_time_they_were_made_as_uuids_and_as_text() {
    List<UUID> ids =
        LongStream.of(0, 1, 255, 256, 1_000_000, 86_400_000L * 365 * 200)
            .mapToObj(millis -> EventIds.next(NOON.plusMillis(millis)))
            .toList();

    assertThat(ids).isSorted();
    Stream<String> texts = ids.stream().map(UUID::toString);
    assertThat(texts.toList()).isSorted();
  }
}
