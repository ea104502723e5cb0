package io.octroi.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission = new Admission(3, 1);

  @Test
  void only_so_many_wait_at_once() {
    Admission.Permit first = admission.tryEnter().orElseThrow();
    var _ = admission.tryEnter().orElseThrow();
    var _ = admission.tryEnter().orElseThrow();

    assertThat(admission.tryEnter()).isEmpty();
    assertThat(admission.waiting()).isEqualTo(3);
    first.close();
    assertThat(admission.tryEnter()).isPresent();
  }

  @Test
  void while_the_broker_is_away_only_probes_are_sent() {
    admission.brokerMissing();
    Admission.Permit probe = admission.tryEnter().orElseThrow();

    assertThat(admission.tryEnter()).isEmpty();
    probe.close();
    assertThat(admission.tryEnter()).isPresent();
  }

  @Test
  void the_first_answer_opens_the_way_again() {
    admission.brokerMissing();
    var _ = admission.tryEnter().orElseThrow();

    admission.brokerAnswered();

    assertThat(admission.tryEnter()).isPresent();
    assertThat(admission.tryEnter()).isPresent();
    assertThat(admission.waiting()).isEqualTo(3);
  }

  @Test
  void a_refused_probe_takes_no_place() {
    admission.brokerMissing();
    var _ = admission.tryEnter().orElseThrow();

    admission.tryEnter();

    assertThat(admission.waiting()).isEqualTo(1);
  }
}
