package io.octroi.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final Key OWN = new Key("accepted", "accepted", "octroi");
  private static final Key OTHER = new Key("accepted", "accepted", "other");

  private final Findings findings = new Findings((_, _) -> {});

  @Test
  void a_ratio_is_of_the_medians_of_all_rounds() {
    for (double value : new double[] {100, 900, 300}) {
      findings.add(OWN, Unit.PER_SECOND, value);
    }
    findings.add(OTHER, Unit.PER_SECOND, 120);

    Target target = Target.ratio("own / other", OWN, OTHER, Target.Bound.AT_LEAST, 2.5);

    assertThat(target.value(findings)).hasValue(2.5);
    assertThat(target.verdict(findings)).isEqualTo(Target.Verdict.MET);
  }

  @Test
  void a_limit_from_above_is_missed_above_it() {
    findings.add(OWN, Unit.MILLIS, 100.1);

    assertThat(Target.of("p99", OWN, Target.Bound.AT_MOST, 100).verdict(findings))
        .isEqualTo(Target.Verdict.MISSED);
    assertThat(Target.of("p99", OWN, Target.Bound.AT_MOST, 100.1).verdict(findings))
        .isEqualTo(Target.Verdict.MET);
  }

  @Test
  void what_lacks_one_side_was_not_measured() {
    findings.add(OWN, Unit.PER_SECOND, 100);

    Target target = Target.ratio("own / other", OWN, OTHER, Target.Bound.AT_LEAST, 2.5);

    assertThat(target.verdict(findings)).isEqualTo(Target.Verdict.NOT_MEASURED);
    assertThat(Targets.table(List.of(target), findings))
        .isEqualTo(
            """
            | target      | limit   | reached |              |
            | ----------- | ------- | ------- | ------------ |
            | own / other | ≥ 2.50× | -       | not measured |
            """);
  }
}
