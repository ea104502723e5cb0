package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.NotificationExamples;
import io.octroi.notifier.mail.MailPreviews.Preview;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.wording.WordingExamples;
import io.octroi.runtime.secret.SensitiveSetting;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailPreviewsTest {
  private static final Clock CLOCK = Clock.fixed(NotificationExamples.NOW, ZoneOffset.UTC);

  private final MailPreviews previews =
      new MailPreviews(
          WordingExamples.ofPlan("signaux-monthly", "Signaux VIP"),
          new MailComposer(
              Session.getInstance(new Properties()),
              new MailTemplates(),
              new MailProperties("no-reply@octroi.example", "", "", "key"),
              new UnsubscribeLinks(
                  new UnsubscribeProperties("", "", "bye@octroi.example"),
                  SensitiveSetting.fixed("")),
              CLOCK),
          CLOCK);

  @Test
  void every_kind_is_shown_in_every_language() {
    for (String language : List.of("fr", "en")) {
      assertThat(
              previews.all().values().stream()
                  .flatMap(List::stream)
                  .filter(mail -> mail.language().equals(language))
                  .map(Preview::kind))
          .containsAll(Arrays.stream(NotificationKind.values()).map(k -> k.wireName()).toList());
    }
  }

  @Test
  void what_is_shown_is_what_is_sent() {
    List<Preview> reminder = previews.of("reminder").orElseThrow();

    assertThat(reminder).extracting(Preview::language).containsExactly("fr", "en");
    assertThat(reminder.getFirst().subject())
        .isEqualTo("Votre accès à Signaux VIP se termine bientôt");
    assertThat(reminder.getFirst().text()).contains("Renouvelez-le");
    assertThat(reminder.getFirst().html()).contains("Renouvelez-le").contains("lang=\"fr\"");
    assertThat(reminder.getFirst().headers())
        .contains("Subject: =?UTF-8?B?")
        .contains("List-Unsubscribe: <mailto:bye@octroi.example?subject=unsubscribe>");
  }

  @Test
  void nothing_is_left_open_in_any_of_them() {
    previews
        .all()
        .forEach((name, mails) ->
            assertThat(mails)
                .as(name)
                .hasSize(2)
                .allSatisfy(mail ->
                    assertThat(mail.subject() + mail.text() + mail.html())
                        .doesNotContain("{0}", "{1}", "{2}", "{3}", "${", "null")));
  }

  @Test
  void an_unknown_sample_is_none() {
    assertThat(previews.of("nonsense")).isEmpty();
  }
}
