package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceNameTest {
  @Test
  void whoever_works_off_what_was_accepted_stands_back_for_who_accepts() {
    assertThat(ServiceName.GATEWAY.niceness()).isZero();
    assertThat(ServiceName.withDatabase())
        .allSatisfy(worker -> assertThat(worker.niceness()).isPositive());
  }
}
