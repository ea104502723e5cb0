package io.octroi.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HaltAtTest {

  @Test
  void a_process_that_was_told_nothing_passes_every_point() {
    // Given
    HaltAt never = HaltAt.parse("");

    // Then
    for (FaultPoint point : FaultPoint.values()) {
      assertThat(never.isDue(point)).isFalse();
    }
  }

  @Test
  void it_ends_at_the_named_passing_of_the_named_point_only() {
    // Given
    HaltAt second = HaltAt.parse("after-publish:2");

    // Then
    assertThat(second.isDue(FaultPoint.AFTER_PUBLISH)).isFalse();
    assertThat(second.isDue(FaultPoint.BEFORE_COMMIT)).isFalse();
    assertThat(second.isDue(FaultPoint.AFTER_PUBLISH)).isTrue();
    assertThat(second.isDue(FaultPoint.AFTER_PUBLISH)).isFalse();
  }

  @Test
  void a_fault_that_was_misspelled_is_no_fault_survived() {
    assertThatThrownBy(() -> HaltAt.parse("after-comit:1")).hasMessageContaining("after-comit");
    assertThatThrownBy(() -> HaltAt.parse("after-commit")).hasMessageContaining("<nth>");
    assertThatThrownBy(() -> HaltAt.parse("after-commit:0")).hasMessageContaining("<nth>");
  }
}
