package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromQlTest {
  private static final String EXPRESSION =
      """
      histogram_quantile(0.99, sum by (le, job) (rate(a_seconds_bucket{job=~"$job"}[$__rate_interval])))
        / on (job) group_left (version) b:ratio_rate5m > 14.4 * 0.001
      unless (c_total{outcome=~"x|y.*", state!="z"} offset 1d) or vector(0)
      """;

  @Test
  void metrics_are_told_from_functions_tags_and_words() {
    assertThat(PromQl.names(EXPRESSION))
        .containsExactly("a_seconds_bucket", "b:ratio_rate5m", "c_total");
  }

  @Test
  void conditions_are_read_without_variables_and_wildcards() {
    assertThat(PromQl.conditions(EXPRESSION))
        .containsExactly(
            new PromQl.Condition("a_seconds_bucket", "job", List.of()),
            new PromQl.Condition("c_total", "outcome", List.of("x")),
            new PromQl.Condition("c_total", "state", List.of("z")));
  }
}
