package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.wording.Letter;
import io.octroi.notifier.wording.Letter.IntroducedLink;
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

class MailComposerTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"${7*7}\" [[${7*7}]]";
  private static final UUID MAIL_ID = UUID.fromString("0199a3b2-0000-7000-8000-000000000001");

  private final MailComposer composer =
      new MailComposer(
          Session.getInstance(new Properties()),
          new MailTemplates(),
          new MailProperties("no-reply@octroi.example", "Péage", ""),
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

  private MailMessage compose(Letter letter) {
    return composer.compose(MAIL_ID, new MailAddress("member", "example.com"), letter);
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
