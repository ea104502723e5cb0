package io.octroi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The auditor can tell: whatever is missing or too often is a finding, and nothing else is. */
class TracesTest {
  private static final String AMINA = "amina";

  @Test
  void a_customer_found_once_everywhere_is_neither_lost_nor_doubled() {
    // Given
    Traces traces = traces(everywhere(1), 1, 1, 0, 0);

    // Then
    assertThat(traces.missing(AMINA)).isEmpty();
    assertThat(traces.tooMany(AMINA)).isEmpty();
    assertThat(traces.repeats(Set.of(AMINA))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_at_a_station_is_lost(Station station) {
    // Given
    Map<Station, Map<String, Long>> found = everywhere(1);
    found.put(station, Map.of("somebody else", 1L));

    // Then
    assertThat(traces(found, 1, 1, 0, 0).missing(AMINA)).containsExactly("no " + station.words());
  }

  @ParameterizedTest
  @EnumSource
  void what_is_twice_at_a_station_is_doubled(Station station) {
    // Given
    Map<Station, Map<String, Long>> found = everywhere(1);
    found.put(station, Map.of(AMINA, 2L));

    // Then
    assertThat(traces(found, 1, 1, 0, 0).tooMany(AMINA))
        .containsExactly("2 times " + station.words());
  }

  @Test
  void a_customer_whom_nobody_knows_is_missing_everywhere() {
    assertThat(traces(everywhere(1), 1, 1, 0, 0).missing("nobody"))
        .hasSize(Station.values().length + 1);
  }

  @Test
  void a_link_that_telegram_never_made_is_lost() {
    assertThat(traces(everywhere(1), 1, 0, 0, 0).missing(AMINA))
        .containsExactly("no link at Telegram");
  }

  @Test
  void a_mail_may_leave_again_for_each_attempt_whose_end_nobody_saw_and_not_once_more() {
    assertThat(traces(everywhere(1), 3, 1, 2, 0).tooMany(AMINA)).isEmpty();
    assertThat(traces(everywhere(1), 3, 1, 2, 0).repeats(Set.of(AMINA))).isEqualTo(2);
    assertThat(traces(everywhere(1), 3, 1, 1, 0).tooMany(AMINA))
        .containsExactly("a mail was sent again after it was seen to leave");
  }

  @Test
  void a_link_may_be_made_again_for_each_attempt_whose_end_nobody_saw_and_not_once_more() {
    assertThat(traces(everywhere(1), 1, 2, 0, 1).tooMany(AMINA)).isEmpty();
    assertThat(traces(everywhere(1), 1, 2, 1, 0).tooMany(AMINA))
        .containsExactly("a link was made again after it was seen to be made");
  }

  private static Map<Station, Map<String, Long>> everywhere(long times) {
    Map<Station, Map<String, Long>> found = new EnumMap<>(Station.class);
    for (Station station : Station.values()) {
      found.put(station, Map.of(AMINA, times));
    }
    return found;
  }

  private static Traces traces(
      Map<Station, Map<String, Long>> found,
      long mails,
      long links,
      long unseenMails,
      long unseenLinks) {
    return new Traces(
        found,
        Map.of(AMINA, mails),
        Map.of(AMINA, links),
        Map.of(AMINA, unseenMails),
        Map.of(AMINA, unseenLinks),
        0);
  }
}
