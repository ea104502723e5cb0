package io.octroi.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.operations.RunningService;
import io.octroi.operations.ServiceOfTheTest.Door;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class AuditIT extends RunningService {
  @Autowired private Door door;

  @Test
  void nobody_gets_in_without_a_token() throws Exception {
    for (HttpResponse<String> answer :
        List.of(
            send(callOfAStranger("/operations/door")),
            send(call("/operations/door", "wrong")),
            send(posting(callOfAStranger("/operations/door/open"))),
            send(callOfAStranger("/operations/nothing-is-here")))) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).path("type").asString())
          .isEqualTo("urn:octroi:problem:operator-token-required");
    }
  }

  @Test
  void a_call_is_written_down_with_who_what_why_and_how_it_ended() throws Exception {
    // Given
    String reason = "the guest forgot the key " + UUID.randomUUID();

    // When
    HttpResponse<String> answer =
        send(
            posting(
                call("/operations/door/open?key=secret", NIGHT_SHIFT), "Octroi-Reason", reason));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(door.opened).contains("night-shift: " + reason);
    JsonNode entry = entry(reason);
    assertThat(entry.path("operator").asString()).isEqualTo("night-shift");
    assertThat(entry.path("method").asString()).isEqualTo("POST");
    assertThat(entry.path("path").asString()).isEqualTo("/operations/door/open");
    assertThat(entry.path("status").asInt()).isEqualTo(200);
    assertThat(entry.path("dry_run").asBoolean()).isFalse();
  }

  @Test
  void a_change_without_a_reason_is_refused_and_not_carried_out() throws Exception {
    // Given
    int before = door.opened.size();

    // When
    HttpResponse<String> none = post("/operations/door/open");
    HttpResponse<String> empty = post("/operations/door/open", "Octroi-Reason", " ");

    // Then
    for (HttpResponse<String> answer : List.of(none, empty)) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).path("type").asString())
          .isEqualTo("urn:octroi:problem:reason-required");
    }
    assertThat(door.opened).hasSize(before);
  }

  @Test
  void reading_needs_no_reason_unless_what_is_read_is_personal() throws Exception {
    assertThat(get("/operations/door").body()).isEqualTo("closed");
    assertThat(get("/operations/door/guests").statusCode()).isEqualTo(400);

    // When
    String reason = "asked by the host " + UUID.randomUUID();
    HttpResponse<String> guests =
        send(call("/operations/door/guests", TOKEN).header("Octroi-Reason", reason));

    // Then
    assertThat(guests.body()).isEqualTo("nobody");
    assertThat(entry(reason).path("operator").asString()).isEqualTo("operator");
  }

  @Test
  void a_dry_run_needs_no_reason_and_is_refused_where_there_is_none() throws Exception {
    // Given
    int before = door.opened.size();

    // When
    HttpResponse<String> painted = post("/operations/door/paint?dry_run=true");
    HttpResponse<String> opened = post("/operations/door/open?dry_run=true");

    // Then
    assertThat(painted.body()).isEqualTo("painted");
    assertThat(post("/operations/door/paint").statusCode()).isEqualTo(400);
    assertThat(opened.statusCode()).isEqualTo(400);
    assertThat(json(opened).path("type").asString())
        .isEqualTo("urn:octroi:problem:dry-run-not-supported");
    assertThat(door.opened).hasSize(before);
  }

  @Test
  void a_call_that_fails_is_written_down_as_one() throws Exception {
    String reason = "trying " + UUID.randomUUID();

    post("/operations/door/break", "Octroi-Reason", reason);

    assertThat(entry(reason).path("status").asInt()).isEqualTo(500);
  }

  @Test
  void without_an_entry_nothing_is_done() throws Exception {
    // Given
    int before = door.opened.size();
    jdbc.execute("alter table audit_log rename to audit_log_elsewhere");

    // When
    HttpResponse<String> answer;
    try {
      answer = post("/operations/door/open", "Octroi-Reason", "quick, nobody looks");
    } finally {
      jdbc.execute("alter table audit_log_elsewhere rename to audit_log");
    }

    // Then
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(door.opened).hasSize(before);
  }

  @Test
  void an_entry_cannot_be_changed_or_taken_out() throws Exception {
    post("/operations/door/open", "Octroi-Reason", "to have an entry");

    for (String change :
        List.of(
            "update audit_log set reason = 'nothing'",
            "delete from audit_log",
            "truncate audit_log")) {
      assertThatThrownBy(() -> jdbc.execute(change))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("only ever appended to");
    }
  }

  @Test
  void the_log_is_read_by_operator_by_time_and_in_pages() throws Exception {
    // Given
    for (int i = 0; i < 3; i++) {
      send(posting(call("/operations/door/open", NIGHT_SHIFT), "Octroi-Reason", "again"));
    }

    // When
    JsonNode first = json(get("/operations/audit?who=night-shift&limit=2"));
    JsonNode second =
        json(
            get(
                "/operations/audit?who=night-shift&limit=2&before="
                    + first.path("next").asString()));

    // Then
    assertThat(first.path("items").size()).isEqualTo(2);
    assertThat(second.path("items").path(0).path("call_id"))
        .isNotIn(
            first.path("items").path(0).path("call_id"),
            first.path("items").path(1).path("call_id"));
    assertThat(json(get("/operations/audit?since=" + clock.instant().plusSeconds(1))).path("items"))
        .isEmpty();
    assertThat(json(get("/operations/audit?who=nobody")).path("items")).isEmpty();
  }

  private JsonNode entry(String reason) throws Exception {
    for (JsonNode entry : json(get("/operations/audit?limit=500")).path("items")) {
      if (entry.path("reason").asString().equals(reason)) {
        return entry;
      }
    }
    throw new AssertionError("no entry with the reason " + reason);
  }
}
