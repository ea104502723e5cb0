package io.octroi.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.local.Ports;
import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewPagesTest {
  private static final String ALL =
      """
      [{"name":"reminder","kind":"reminder","subjects":[
        {"language":"fr","subject":"Votre accès <b>"},{"language":"en","subject":"Your access"}]}]
      """;
  private static final String ONE =
      """
      [{"language":"fr","subject":"Votre accès","headers":"Subject: x","text":"Bonjour <b>",
        "html":"<p>Bonjour</p>"},
       {"language":"en","subject":"Your access","headers":"Subject: y","text":"Hello",
        "html":"<p>Hello</p>"}]
      """;

  private final Ports ports = Ports.free();
  private final LoopbackServer notifier =
      LoopbackServer.start(
          "notifier",
          ports.notifier(),
          Clock.systemUTC(),
          request ->
              switch (request.path()) {
                case "/operations/mail-previews" -> Answer.json(200, ALL);
                case "/operations/mail-previews/reminder" -> Answer.json(200, ONE);
                default -> Answer.json(404, "{}");
              });
  private final PreviewPages pages = new PreviewPages(new Operations(ports, "token"));

  @AfterEach
  void stop() {
    notifier.close();
  }

  @Test
  void every_sample_is_listed_with_its_subjects() {
    assertThat(pages.page(List.of("previews")))
        .contains("<a href=\"/previews/reminder\">reminder</a>")
        .contains("Votre accès &lt;b&gt;", "Your access");
  }

  @Test
  void a_sample_is_shown_in_both_languages_beside_each_other() {
    assertThat(pages.page(List.of("previews", "reminder")))
        .contains("src=\"/previews/reminder/fr\"", "src=\"/previews/reminder/en\"")
        .contains("Bonjour &lt;b&gt;", "Hello", "Subject: x");
    assertThat(pages.page(List.of("previews", "reminder", "en"))).isEqualTo("<p>Hello</p>");
  }

  @Test
  void what_is_not_there_is_said_so() {
    assertThat(pages.page(List.of("previews", "nonsense"))).contains("no such sample");
    assertThat(pages.page(List.of("previews", "nonsense", "fr"))).contains("no such mail");
  }

  @Test
  void a_notifier_that_is_away_is_said_so() {
    PreviewPages nobodyThere = new PreviewPages(new Operations(Ports.free(), "token"));

    assertThat(nobodyThere.page(List.of("previews"))).contains("does not answer");
  }
}
