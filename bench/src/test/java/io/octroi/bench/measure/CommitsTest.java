package io.octroi.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitsTest {
  private final Commits commits =
      new Commits(new long[] {3_000_000, 0, 1_000_000, 2_000_000, 2_000_000});

  @Test
  void what_has_not_come_is_not_counted() {
    assertThat(commits.count()).isEqualTo(4);
    assertThat(commits.at(0)).isEqualTo(1_000_000);
    assertThat(commits.at(4)).isZero();
    assertThat(commits.last()).isEqualTo(3_000_000);
  }

  @Test
  void those_of_one_moment_are_counted_all() {
    assertThat(commits.until(999_999)).isZero();
    assertThat(commits.until(2_000_000)).isEqualTo(3);
    assertThat(commits.until(2_500_000)).isEqualTo(3);
    assertThat(commits.until(9_000_000)).isEqualTo(4);
  }

  @Test
  void a_rate_is_of_those_in_its_window() {
    assertThat(commits.perSecond(1_000_000, 3_000_000)).isEqualTo(1.5);
    assertThat(commits.perSecond(3_000_000, 3_000_000)).isZero();
  }

  @Test
  void the_first_after_a_moment_is_found() {
    assertThat(commits.firstAfter(0)).hasValue(1_000_000);
    assertThat(commits.firstAfter(1_000_000)).hasValue(2_000_000);
    assertThat(commits.firstAfter(3_000_000)).isEmpty();
  }

  @Test
  void a_rate_is_reached_with_the_commit_that_begins_it_and_not_in_the_silence_before() {
    Commits silentThenFast =
        new Commits(new long[] {5_000_000, 7_000_000, 7_000_001, 7_999_999, 8_000_000, 8_500_000});

    assertThat(silentThenFast.firstAtRate(4_000_000, 3)).hasValue(7_000_000);
    assertThat(silentThenFast.firstAtRate(7_000_000, 3)).hasValue(7_000_001);
    assertThat(silentThenFast.firstAtRate(7_000_001, 3)).hasValue(7_999_999);
    assertThat(silentThenFast.firstAtRate(4_000_000, 100)).isEmpty();
  }
}
