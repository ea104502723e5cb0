package io.octroi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconcileCommandTest {
  private final LoopbackServer server =
      LoopbackServer.start(
          "management endpoint", 0, Clock.systemUTC(), request -> Answer.json(500, "{}"));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void both_workers_compare_and_what_differs_is_said_by_the_exit_code() {
    // Given
    server.script(Answer.json(202, "{\"id\":\"r-1\",\"checks\":[]}"));
    server.script(Answer.json(200, ended("ledger_against_payments", "\"findings\":2")));
    server.script(Answer.json(202, ended("payments_against_periods", "\"findings\":0")));

    // When
    int exit = run("reconcile");

    // Then
    assertThat(exit).isEqualTo(Exit.FOUND);
    assertThat(out.toString().lines())
        .containsExactly(
            "service              check                     looked_at  findings  failure",
            "payment-worker       ledger_against_payments   7          2         -",
            "subscription-worker  payments_against_periods  7          0         -");
    assertThat(server.requests().getFirst().header("octroi-reason")).isPresent();
    assertThat(server.requests().stream().map(r -> r.method() + " " + r.path()))
        .containsExactly(
            "POST /operations/reconciliation",
            "GET /operations/reconciliation",
            "POST /operations/reconciliation");
  }

  @Test
  void where_nothing_differs_all_is_well() {
    server.script(Answer.json(202, ended("a", "\"findings\":0")));
    server.script(Answer.json(202, ended("b", "\"findings\":0")));

    assertThat(run("reconcile")).isEqualTo(Exit.OK);
  }

  @Test
  void what_could_not_be_compared_is_no_success() {
    server.script(Answer.json(202, ended("a", "\"findings\":0")));
    server.script(
        Answer.json(202, ended("b", "\"findings\":0,\"failure\":\"payment_worker_away\"")));

    assertThat(run("reconcile")).isEqualTo(Exit.REFUSED);
    assertThat(err.toString()).contains("subscription-worker: payment_worker_away");
  }

  private static String ended(String check, String result) {
    return "{\"id\":\"r-1\",\"ended_at\":\"2026-02-03T10:15:30Z\",\"checks\":[{\"check\":\""
        + check
        + "\",\"looked_at\":7,"
        + result
        + "}]}";
  }

  private int run(String... args) {
    Map<String, String> environment =
        Map.of(
            "OCTROI_OPERATIONS_TOKEN", "open-sesame",
            "OCTROI_PAYMENT_WORKER_URL", server.uri().toString(),
            "OCTROI_SUBSCRIPTION_WORKER_URL", server.uri().toString());
    return OctroiCli.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
