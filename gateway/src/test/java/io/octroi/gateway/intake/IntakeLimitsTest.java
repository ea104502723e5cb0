package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IntakeLimitsTest {

  @Test
  void bodies_share_one_budget_and_give_it_back() {
    BufferBudget budget = new BufferBudget(4_096);
    try (BufferBudget.Share first = budget.open()) {
      assertThat(first.holds(2_000)).isTrue();
      assertThat(first.holds(3_000)).isTrue();
      try (BufferBudget.Share second = budget.open()) {
        assertThat(second.holds(1_024)).isTrue();
        assertThat(second.holds(1_025)).isFalse();
      }
      assertThat(first.holds(4_096)).isTrue();
    }
    assertThat(budget.open().holds(4_096)).isTrue();
  }

  @Test
  void a_demanded_media_type_is_compared_without_case_and_parameters() {
    Set<String> json = Set.of("application/json");

    assertThat(MediaTypes.allow(json, "Application/JSON; charset=utf-8")).isTrue();
    assertThat(MediaTypes.allow(json, "text/plain")).isFalse();
    assertThat(MediaTypes.allow(json, null)).isFalse();
    assertThat(MediaTypes.allow(Set.of(), null)).isTrue();
  }

  @Test
  void the_budget_must_hold_one_body() {
    assertThatThrownBy(() ->
            new IntakeProperties(
                DataSize.ofMegabytes(2),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
