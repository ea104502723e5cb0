package io.octroi.operations.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.RunningService;
import io.octroi.operations.stateage.StateAges;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class FindingsIT extends RunningService {
  private static final String[] WHY = {"Octroi-Reason", "looked at it"};

  @Autowired private Findings findings;
  @Autowired private FindingGauges gauges;
  @Autowired private StateAges stateAges;
  @Autowired private MeterRegistry metrics;

  private final String condition = "missing_" + UUID.randomUUID();

  @Test
  void what_is_reported_again_is_one_finding_that_counts() throws Exception {
    report("pay-1");
    clock.advance(Duration.ofMinutes(1));
    report("pay-1");
    report("pay-2");

    JsonNode items = json(get("/operations/findings?condition=" + condition)).path("items");
    assertThat(items.size()).isEqualTo(2);
    JsonNode first = only("pay-1");
    assertThat(first.path("state").asString()).isEqualTo("open");
    assertThat(first.path("count").asInt()).isEqualTo(2);
    assertThat(first.path("detail").path("where").asString()).isEqualTo("ledger");
    assertThat(first.path("remedy").asString()).isEqualTo("Fetch it.");
    assertThat(first.path("first_seen").asString()).isLessThan(first.path("last_seen").asString());
  }

  @Test
  void what_a_person_resolved_stays_so_until_its_condition_comes_back() throws Exception {
    // Given
    report("pay-1");

    // When
    assertThat(decide("resolve")).isEqualTo(200);
    report("pay-1");

    // Then
    assertThat(only("pay-1").path("state").asString()).isEqualTo("resolved");
    assertThat(only("pay-1").path("resolved_by").asString()).isEqualTo("operator");

    // When: it goes away and comes back
    findings.clear(condition, "pay-1");
    clock.advance(Duration.ofMinutes(1));
    report("pay-1");

    // Then
    assertThat(only("pay-1").path("state").asString()).isEqualTo("open");
    assertThat(only("pay-1").has("resolved_by")).isFalse();
  }

  @Test
  void what_is_acknowledged_stays_so_while_its_condition_holds() throws Exception {
    report("pay-1");
    assertThat(decide("acknowledge")).isEqualTo(200);
    report("pay-1");

    assertThat(only("pay-1").path("state").asString()).isEqualTo("acknowledged");
    assertThat(only("pay-1").path("acknowledged_by").asString()).isEqualTo("operator");
    assertThat(decide("acknowledge")).isEqualTo(409);
  }

  @Test
  void what_no_longer_holds_is_resolved_by_itself() throws Exception {
    // Given
    report("pay-1");
    report("pay-2");

    // When
    findings.settle(condition, Set.of("pay-2"));

    // Then
    assertThat(only("pay-1").path("state").asString()).isEqualTo("resolved");
    assertThat(only("pay-2").path("state").asString()).isEqualTo("open");
  }

  @Test
  void findings_that_wait_are_counted_with_the_age_of_the_oldest() {
    // Given
    report("pay-1");
    clock.advance(Duration.ofSeconds(90));
    report("pay-2");

    // When
    gauges.refresh();

    // Then
    assertThat(metrics.get("octroi.findings.open").tag("condition", condition).gauge().value())
        .isEqualTo(2);
    assertThat(
            metrics.get("octroi.findings.oldest.age").tag("condition", condition).gauge().value())
        .isEqualTo(90);

    // When
    findings.settle(condition, Set.of());
    gauges.refresh();

    // Then
    assertThat(metrics.find("octroi.findings.open").tag("condition", condition).gauge()).isNull();
  }

  @Test
  void what_is_stuck_in_a_state_is_a_finding_until_it_moves_on() throws Exception {
    // Given
    String order = "order-" + UUID.randomUUID();
    jdbc.update(
        "insert into orders (id, opened_at) values (?, ?)",
        order,
        clock.instant().atOffset(ZoneOffset.UTC));
    clock.advance(Duration.ofMinutes(10));

    // When: still within its budget
    stateAges.check();

    // Then
    assertThat(stuck(order)).isEqualTo("");
    assertThat(metrics.get("octroi.state.oldest.age").tag("state", "order.open").gauge().value())
        .isEqualTo(600);

    // When
    clock.advance(Duration.ofSeconds(1));
    stateAges.check();

    // Then
    assertThat(stuck(order)).isEqualTo("open");

    // When
    jdbc.update("delete from orders where id = ?", order);
    stateAges.check();

    // Then
    assertThat(stuck(order)).isEqualTo("resolved");
    assertThat(metrics.get("octroi.state.oldest.age").tag("state", "order.open").gauge().value())
        .isZero();
  }

  @Test
  void what_is_not_there_cannot_be_decided() throws Exception {
    assertThat(post("/operations/findings/" + UUID.randomUUID() + "/acknowledge", WHY).statusCode())
        .isEqualTo(404);
    assertThat(get("/operations/findings?state=strange").statusCode()).isEqualTo(400);
  }

  private void report(String subject) {
    findings.report(condition, subject, Map.of("where", "ledger"), "Fetch it.");
  }

  private int decide(String decision) throws Exception {
    return post("/operations/findings/" + only("pay-1").path("id").asString() + "/" + decision, WHY)
        .statusCode();
  }

  private JsonNode only(String subject) throws Exception {
    for (JsonNode item : json(get("/operations/findings?condition=" + condition)).path("items")) {
      if (item.path("subject").asString().equals(subject)) {
        return item;
      }
    }
    throw new AssertionError("no finding about " + subject);
  }

  private String stuck(String order) {
    return jdbc
        .queryForList(
            "select state from findings where subject = ?", String.class, "order.open:" + order)
        .stream()
        .findFirst()
        .orElse("");
  }
}
