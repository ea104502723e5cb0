package io.octroi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildCommandTest {
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
  void payments_are_waited_for_and_subscriptions_come_page_by_page() {
    // Given
    server.script(Answer.json(202, "{\"id\":\"r-1\",\"progress\":{\"phase\":\"replaying\"}}"));
    server.script(
        Answer.json(
            200,
            """
            {"id":"r-1","ended_at":"2026-02-03T10:15:30Z","differing_rows":1,"differences":[
             {"table":"payments","key":"stripe/pi_1","field":"status","live":"lost",\
            "rebuilt":"succeeded"}]}\
            """));
    server.script(
        Answer.json(
            200,
            """
            {"looked_at":2,"differing_rows":1,"differences":[
             {"table":"periods","key":"p-1","field":"row","live":"-","rebuilt":"present"}],
             "next":{"after_customer":"c 2","after_family":"signals"}}\
            """));
    server.script(Answer.json(200, "{\"looked_at\":1,\"differing_rows\":0,\"differences\":[]}"));

    // When
    int exit = run("rebuild");

    // Then
    assertThat(exit).isEqualTo(Exit.FOUND);
    assertThat(server.requests().stream().map(r -> r.method() + " " + r.path()))
        .containsExactly(
            "POST /operations/rebuild",
            "GET /operations/rebuild/r-1",
            "POST /operations/rebuild/subscriptions",
            "POST /operations/rebuild/subscriptions");
    assertThat(server.requests().getFirst().queryParameters()).containsEntry("dry_run", "true");
    assertThat(server.requests().getLast().queryParameters())
        .containsEntry("dry_run", "true")
        .containsEntry("after_customer", "c 2")
        .containsEntry("after_family", "signals");
    assertThat(out.toString().lines())
        .containsExactly(
            "table     key          field   live  rebuilt",
            "payments  stripe/pi_1  status  lost  succeeded",
            "periods   p-1          row     -     present");
    assertThat(err.toString()).contains("replaying 0 of 0", "3 subscriptions", "2 rows differ");
  }

  @Test
  void nothing_is_mended_without_a_reason() {
    assertThat(run("rebuild", "--apply")).isEqualTo(Exit.USAGE);
    assertThat(server.requests()).isEmpty();

    server.script(Answer.json(202, "{\"id\":\"r-1\",\"ended_at\":\"2026-02-03T10:15:30Z\"}"));
    server.script(Answer.json(200, "{\"looked_at\":0,\"mended\":0}"));
    assertThat(run("rebuild", "--apply", "--why", "a row was changed by hand")).isEqualTo(Exit.OK);
    for (RecordedRequest request : server.requests()) {
      assertThat(request.queryParameters()).isEmpty();
      assertThat(request.header("octroi-reason")).isPresent();
    }
  }

  @Test
  void one_service_alone_can_be_asked() {
    server.script(Answer.json(200, "{\"looked_at\":4,\"differing_rows\":0,\"differences\":[]}"));

    assertThat(run("rebuild", "--service", "subscription-worker")).isEqualTo(Exit.OK);
    assertThat(server.requests()).hasSize(1);
    assertThat(out.toString()).contains("looked_at  4");
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
