package io.octroi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.process.LoopbackPorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OctroiCliTest {
  private static final String FINDING =
      """
      {"items":[{"id":"f-1","state":"open","condition":"missing","subject":"pay-1","count":2,\
      "first_seen":"2026-09-21T12:00:00Z","remedy":"Fetch\\u001b[31m it."}],"next":"f-1"}\
      """;

  private final LoopbackServer server =
      LoopbackServer.start(
          "management endpoint", 0, Clock.systemUTC(), request -> Answer.json(200, FINDING));
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "OCTROI_OPERATIONS_TOKEN",
              "open-sesame",
              "OCTROI_PAYMENT_WORKER_URL",
              server.uri() + "/"));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_list_is_a_table_for_people_and_its_exit_code_says_that_there_is_something() {
    int exit = run("findings", "list", "--service", "payment-worker", "--condition", "a&b");

    assertThat(exit).isEqualTo(Exit.FOUND);
    assertThat(out.toString().lines())
        .containsExactly(
            "id   state  condition  subject  count  first_seen            remedy",
            "f-1  open   missing    pay-1    2      2026-09-21T12:00:00Z  Fetch?[31m it.",
            "more: --before f-1");
    assertThat(request().path()).isEqualTo("/operations/findings");
    assertThat(request().queryParameters())
        .isEqualTo(Map.of("state", "open", "condition", "a&b", "limit", "50"));
    assertThat(request().header("authorization")).hasValue("Bearer open-sesame");
  }

  @Test
  void a_list_is_json_for_programs() {
    server.script(Answer.json(200, "{\"items\":[]}"));

    int exit = run("findings", "list", "--service", "payment-worker", "--output", "json");

    assertThat(exit).isEqualTo(Exit.OK);
    assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("{\"items\":[]}");
  }

  @Test
  void a_change_carries_its_reason_whatever_the_language() {
    server.script(Answer.json(200, "{\"outcome\":\"assigned\"}"));

    int exit =
        run("payments", "assign", "p/1", "--customer=c", "--plan=m", "--reason", "déjà payé");

    assertThat(exit).isEqualTo(Exit.OK);
    assertThat(request().method()).isEqualTo("POST");
    assertThat(request().path()).isEqualTo("/operations/payments/p/1/assignment");
    assertThat(request().header("octroi-reason")).hasValue("UTF-8''d%C3%A9j%C3%A0%20pay%C3%A9");
    assertThat(request().bodyText()).contains("\"customer_id\":\"c\"", "\"plan_code\":\"m\"");
    assertThat(out.toString()).contains("outcome  assigned");
  }

  @Test
  void watermarks_are_shown_and_a_provider_is_asked_at_once() {
    server.script(
        Answer.json(
            200,
            """
            [{"endpoint":"stripe","provider":"stripe","complete_until":"2026-09-21T12:00:00Z",\
            "age_seconds":30,"state":"failing","failure":"timeout","polled_at":null,\
            "next_poll_at":"2026-09-21T12:01:00Z"}]\
            """));
    server.script(Answer.json(200, "{\"outcome\":\"filling\"}"));
    server.script(Answer.json(200, "{\"outcome\":\"complete\"}"));

    assertThat(run("watermarks", "list")).isEqualTo(Exit.OK);
    assertThat(request().path()).isEqualTo("/operations/watermarks");
    assertThat(out.toString()).contains("stripe    stripe", "failing", "timeout");

    assertThat(run("watermarks", "poll", "stripe")).isEqualTo(Exit.USAGE);
    assertThat(run("watermarks", "poll", "stripe", "--reason=looks old")).isEqualTo(Exit.OK);
    assertThat(request().path()).isEqualTo("/operations/watermarks/stripe/poll");
    assertThat(out.toString()).contains("outcome  filling");

    assertThat(run("watermarks", "poll", "stripe", "--since=2026-09-20T12:00:00Z", "--reason=x"))
        .isEqualTo(Exit.OK);
    assertThat(request().queryParameters()).containsEntry("since", "2026-09-20T12:00:00Z");
  }

  @Test
  void a_change_without_a_reason_is_not_sent() {
    assertThat(run("payments", "assign", "p-1", "--customer=c", "--plan=m")).isEqualTo(Exit.USAGE);
    assertThat(run("dead-letters", "show", "d-1", "--service=payment-worker", "--body"))
        .isEqualTo(Exit.USAGE);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void all_dead_letters_are_redriven_dry_until_a_reason_is_given() {
    assertThat(run("dead-letters", "redrive-all", "--service=payment-worker", "--type=t"))
        .isEqualTo(Exit.OK);
    assertThat(request().queryParameters()).containsEntry("dry_run", "true");
    assertThat(request().bodyText()).contains("\"dry_run\":true", "\"type\":\"t\"");

    assertThat(run("dead-letters", "redrive-all", "--service=payment-worker", "--reason=mended"))
        .isEqualTo(Exit.OK);
    assertThat(request().queryParameters()).isEmpty();
    assertThat(request().bodyText()).contains("\"dry_run\":false");
  }

  @Test
  void a_refusal_is_one_line_with_what_the_service_says() {
    server.script(
        Answer.of(
            404,
            "application/problem+json",
            "{\"type\":\"urn:octroi:problem:not-found\",\"detail\":\"No such payment\"}"));

    assertThat(run("payments", "show", "p-1")).isEqualTo(Exit.REFUSED);
    assertThat(err.toString().lines())
        .containsExactly("octroi: payment-worker refused (404, not-found): No such payment");
  }

  @Test
  void a_service_that_is_away_is_one_line() {
    environment.put("OCTROI_PAYMENT_WORKER_URL", "http://127.0.0.1:" + LoopbackPorts.free());

    assertThat(run("ledger", "list")).isEqualTo(Exit.UNREACHABLE);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("payment-worker does not answer").doesNotContain("sesame");
  }

  @Test
  void on_one_machine_the_running_system_says_where_it_is_and_who_calls() throws IOException {
    // Given
    environment.clear();
    Files.writeString(
        home.resolve("run.json"),
        "{\"managementUrls\":{\"payment-worker\":\"" + server.uri() + "\"}}");
    Files.writeString(home.resolve("credentials.json"), "{\"operatorToken\":\"of-this-machine\"}");

    // Then
    assertThat(run("ledger", "list", "--home", home.toString())).isEqualTo(Exit.OK);
    assertThat(request().header("authorization")).hasValue("Bearer of-this-machine");
  }

  @Test
  void without_a_token_or_with_an_unknown_command_nothing_is_asked() {
    environment.remove("OCTROI_OPERATIONS_TOKEN");

    assertThat(run("ledger", "list", "--home", home.toString())).isEqualTo(Exit.USAGE);
    assertThat(run("leger")).isEqualTo(Exit.USAGE);
    assertThat(run("audit", "--service", "gateway", "--home", home.toString()))
        .isEqualTo(Exit.USAGE);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void an_answer_that_makes_no_sense_is_no_finding() {
    environment.put("OCTROI_GATEWAY_URL", server.uri().toString());
    server.script(Answer.json(200, "{\"as_of\":\"yesterday\"}"));

    assertThat(run("secrets", "list")).isEqualTo(Exit.BROKEN);
    assertThat(err.toString()).contains("the command broke", "DateTimeParseException");
  }

  @Test
  void every_command_explains_itself() {
    assertThat(run("dead-letters", "redrive", "--help")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("--force", "--reason", "--service");
    assertThat(run("--help")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("findings", "Exit codes");
  }

  private RecordedRequest request() {
    return server.requests().getLast();
  }

  @Test
  void a_story_is_put_together_from_what_each_service_tells() {
    environment.put("OCTROI_SUBSCRIPTION_WORKER_URL", server.uri().toString());
    environment.put("OCTROI_NOTIFIER_URL", server.uri().toString());
    server.script(
        Answer.json(200, story("a", "2026-02-03T10:15:30Z", "pay-1", "The payment is succeeded")));
    server.script(
        Answer.json(200, story("b", "2026-02-03T10:15:29Z", "pay-2", "Of another payment")));
    server.script(Answer.json(200, story("c", "2026-02-03T10:15:31Z", "", "A mail was sent")));

    int exit = run("explain", "--payment", "pay-1");

    assertThat(exit).isEqualTo(Exit.OK);
    assertThat(out.toString().lines())
        .containsExactly(
            "2026-02-03T10:15:30Z  a  The payment is succeeded",
            "    payment_id=pay-1",
            "2026-02-03T10:15:31Z  c  A mail was sent",
            "    payment_id=");
  }

  @Test
  void a_story_is_about_one_thing() {
    assertThat(run("explain")).isEqualTo(Exit.USAGE);
    assertThat(run("explain", "--payment", "p", "--event", "e")).isEqualTo(Exit.USAGE);
  }

  private static String story(String service, String at, String payment, String summary) {
    return """
    {"steps":[{"at":"%s","service":"%s","kind":"k","summary":"%s",\
    "details":{"payment_id":"%s"},"trace_id":""}],\
    "payments":["pay-1"],"customers":["cus-1"],"complete":true}\
    """
        .formatted(at, service, summary, payment);
  }

  private int run(String... args) {
    return OctroiCli.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
