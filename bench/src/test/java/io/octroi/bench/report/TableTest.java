package io.octroi.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void rounds_become_min_median_and_max() {
    assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(1, 2, 3));
    assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(1, 2.5, 4));
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void figures_are_rows_of_one_width() {
    Findings findings = new Findings((_, _) -> {});
    Key key = new Key("accepted", "64 connections, accepted", "octroi");
    findings.add(key, Unit.PER_SECOND, 12_345.6);
    findings.add(key, Unit.PER_SECOND, 12_000);
    findings.add(new Key("accepted", "p99", "octroi"), Unit.MILLIS, 3.14159);

    assertThat(Table.of(findings.all()).lines())
        .containsExactly(
            "| scenario | figure                   | of     | min    | median | max    | unit | rounds |",
            "| -------- | ------------------------ | ------ | ------ | ------ | ------ | ---- | ------ |",
            "| accepted | 64 connections, accepted | octroi | 12,000 | 12,173 | 12,346 | /s   | 2      |",
            "| accepted | p99                      | octroi | 3.14   | 3.14   | 3.14   | ms   | 1      |");
    assertThat(findings.median(key)).hasValue(12_172.8);
  }
}
