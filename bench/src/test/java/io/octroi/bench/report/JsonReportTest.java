package io.octroi.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

  @Test
  void every_round_and_every_target_is_told() {
    Findings findings = new Findings((_, _) -> {});
    Key key = new Key("accepted", "64 connections, accepted", "octroi");
    findings.add(key, Unit.PER_SECOND, 10);
    findings.add(key, Unit.PER_SECOND, 30);
    Target target = Target.of("fast", key, Target.Bound.AT_LEAST, 25);

    JsonNode report =
        JsonMapper.shared()
            .readTree(
                JsonReport.of(
                    Instant.parse("2026-11-21T10:00:00Z"),
                    Map.of("processors", "2"),
                    findings,
                    List.of(target)));

    assertThat(report.at("/machine/processors").asString()).isEqualTo("2");
    assertThat(report.at("/figures/0/median").asDouble()).isEqualTo(20);
    assertThat(report.at("/figures/0/rounds/1").asDouble()).isEqualTo(30);
    assertThat(report.at("/targets/0/verdict").asString()).isEqualTo("missed");
    assertThat(report.at("/targets/0/reached").asDouble()).isEqualTo(20);
  }
}
