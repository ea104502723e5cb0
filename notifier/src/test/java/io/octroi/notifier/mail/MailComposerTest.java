package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.NotificationExamples;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.wording.Letter;
import io.octroi.notifier.wording.Letter.IntroducedLink;
import io.octroi.runtime.secret.SensitiveSetting;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"${7*7}\" [[${7*7}]]";
  private static final UUID MAIL_ID = UUID.fromString("0199a3b2-0000-7000-8000-000000000001");

  private final MailComposer composer =
      new MailComposer(
          Session.getInstance(new Properties()),
          new MailTemplates(),
          new MailProperties("no-reply@octroi.example", "Péage", "", "key"),
          new UnsubscribeLinks(
              new UnsubscribeProperties(
                  "https://hooks.octroi.example/webhooks/unsubscribe", "", "bye@octroi.example"),
              SensitiveSetting.fixed("0123456789abcdef0123456789abcdef")),
          Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));

  @Test
  void a_mail_says_who_what_and_when() throws Exception {
    MailMessage mail = compose(letter("Votre accès"));

    assertThat(mail.getMessageID()).isEqualTo("<" + MAIL_ID + "@octroi.example>");
    assertThat(mail.getHeader("Date", null)).isEqualTo("Sat, 21 Nov 2026 09:00:00 GMT");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("Content-Language", null)).isEqualTo("fr");
    assertThat(mail.getHeader("To", null)).isEqualTo("member@example.com");
    assertThat(mail.getHeader("From", null))
        .isEqualTo("=?UTF-8?Q?P=C3=A9age?= <no-reply@octroi.example>");
    assertThat(mail.getSubject()).isEqualTo("Votre accès");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
  }

  @Test
  void saving_again_keeps_the_message_id() throws Exception {
    MailMessage mail = compose(letter("x"));

    mail.saveChanges();

    assertThat(mail.getMessageID()).isEqualTo("<" + MAIL_ID + "@octroi.example>");
  }

  @Test
  void hostile_text_is_shown_and_does_nothing_in_html() throws Exception {
    String html = part(compose(letter("x", HOSTILE)), 1);

    assertThat(html)
        .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;${7*7}&quot; [[${7*7}]]")
        .doesNotContain("<img");
  }

  @Test
  void text_is_left_as_it_is_in_plain_text() throws Exception {
    assertThat(part(compose(letter("x", HOSTILE)), 0)).contains(HOSTILE);
  }

  @Test
  void both_forms_hold_the_link() throws Exception {
    MailMessage mail = compose(letter("x"));

    assertThat(part(mail, 0)).contains("\nhttps://t.me/+A_b-C?a=1&b=2\n");
    assertThat(part(mail, 1)).contains("href=\"https://t.me/+A_b-C?a=1&amp;b=2\"");
  }

  @Test
  void the_wire_form_has_one_recipient_and_no_smuggled_header() throws Exception {
    String wire = wire(compose(letter("Plan\u2028Bcc: b@example.com é")));

    assertThat(wire.lines().filter(line -> line.startsWith("To:"))).hasSize(1);
    assertThat(wire.lines()).noneMatch(line -> line.startsWith("Bcc:"));
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "Plan\r\nBcc: b@example.com",
        "Plan\nBcc: b@example.com",
        "Plan\r\n\r\n<p>body</p>",
        "Plan\u0085Bcc: b@example.com",
        "Plan\u2029Bcc: b@example.com é",
        "=?UTF-8?Q?Plan=0D=0ABcc:_b@example.com?=",
        "Формула Aïssatou 🎟 \r\nBcc: b@example.com 計画 خطة",
        "\u202eelpmaxe\u202c plan",
        "a\ud800b"
      })
  void whatever_a_plan_is_called_the_subject_is_one_line_that_shows_it(String plan)
      throws Exception {
    MailMessage mail = compose(letter("Votre accès à " + plan));

    String wire = wire(mail);
    String headers = wire.substring(0, wire.indexOf("\r\n\r\n"));
    assertThat(headers.lines())
        .noneMatch(line -> line.matches("(?i)bcc:.*"))
        .allMatch(line -> line.length() <= 76 || line.startsWith("List-"))
        .allMatch(line -> line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~')));
    assertThat(headers.lines().filter(line -> line.startsWith("Subject:"))).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo("Votre accès à " + HeaderText.oneLine(plan));
  }

  @Test
  void a_plain_subject_that_looks_encoded_is_shown_as_it_is() throws Exception {
    MailMessage mail = compose(letter("=?UTF-8?Q?Free=20money?="));

    assertThat(mail.getSubject()).isEqualTo("=?UTF-8?Q?Free=20money?=");
  }

  @Test
  void a_long_subject_is_cut_between_characters() throws Exception {
    String subject = compose(letter("🎟".repeat(300))).getSubject();

    assertThat(subject.codePointCount(0, subject.length())).isEqualTo(200);
    assertThat(subject).endsWith("🎟…");
  }

  @Test
  void a_reminder_can_be_unsubscribed_from_by_one_click() throws Exception {
    MailMessage mail = compose(letter("x"), NotificationKind.REMINDER);

    assertThat(mail.getHeader("List-Unsubscribe", null))
        .matches(
            "<https://hooks.octroi.example/webhooks/unsubscribe/[A-Za-z0-9_-]{64}>,\\s+"
                + "<mailto:bye@octroi.example\\?subject=unsubscribe>");
    assertThat(mail.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @ParameterizedTest
  @EnumSource(value = NotificationKind.class, mode = EnumSource.Mode.EXCLUDE, names = "REMINDER")
  void what_is_about_a_customers_own_money_or_access_cannot(NotificationKind kind)
      throws Exception {
    MailMessage mail = compose(letter("x"), kind);

    assertThat(mail.getHeader("List-Unsubscribe", null)).isNull();
    assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isNull();
  }

  private MailMessage compose(Letter letter) {
    return compose(letter, NotificationKind.RENEWAL_CONFIRMED);
  }

  private MailMessage compose(Letter letter, NotificationKind kind) {
    return composer.compose(
        MAIL_ID, new MailAddress("member", "example.com"), letter, NotificationExamples.of(kind));
  }

  private static Letter letter(String subject, String... paragraphs) {
    return new Letter(
        Locale.FRENCH,
        subject,
        "Bonjour,",
        List.of(paragraphs),
        List.of(new IntroducedLink("Voici", "https://t.me/+A_b-C?a=1&b=2")),
        "Fin");
  }

  private static String part(MailMessage mail, int index) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
  }

  private static String wire(MailMessage mail) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
