package io.octroi.operations.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {
  private static final Instant AT = Instant.parse("2026-02-03T10:15:30Z");

  @Test
  void steps_come_in_the_order_in_which_they_happened() {
    Step late = step(AT.plusSeconds(1), "late");
    Step first = step(AT, "first");
    Step second = step(AT, "second");

    Story story = Story.of(List.of(late, first, second), Set.of("b", "a"), Set.of());

    assertThat(story.steps()).containsExactly(first, second, late);
    assertThat(story.payments()).containsExactly("a", "b");
    assertThat(story.complete()).isTrue();
  }

  @Test
  void too_long_a_story_says_that_it_was_cut() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i <= Story.MAX_STEPS; i++) {
      steps.add(step(AT.plusSeconds(i), "step"));
    }

    Story story = Story.of(steps, Set.of(), Set.of());

    assertThat(story.steps()).hasSize(Story.MAX_STEPS);
    assertThat(story.complete()).isFalse();
  }

  @Test
  void a_step_names_its_trace_and_leaves_out_what_is_empty() {
    Step step =
        Step.at(AT, "payment-worker", "facts")
            .with("reason", "")
            .with("kinds", "succeeded")
            .traced("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .told("Told of a success");

    assertThat(step.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(step.details()).containsExactly(Map.entry("kinds", "succeeded"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "00-abc-def-01", "nonsense"})
  void what_is_no_trace_context_names_no_trace(String traceparent) {
    assertThat(Step.at(AT, "notifier", "sent").traced(traceparent).told("Sent").traceId())
        .isEmpty();
  }

  private static Step step(Instant at, String summary) {
    return Step.at(at, "notifier", "sent").told(summary);
  }
}
