package io.octroi.platform.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.process.LoopbackPorts;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStandInTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
  private static final MailStandIn.Settings SETTINGS = MailStandIn.Settings.inMemory(CLOCK);
  private static final String MEMBER = "member@shop.example";

  private MailStandIn mail = MailStandIn.start(SETTINGS);

  @AfterEach
  void stop() {
    mail.close();
  }

  @Test
  void a_message_with_text_and_html_is_read_as_it_was_meant() throws Exception {
    // Given
    String text = "Bonjour,\n.une ligne avec un point\n€ 49\n" + "très long ".repeat(30);

    // When
    send(MEMBER, "Votre accès est prêt – à bientôt, dans un sujet bien trop long", text);

    // Then
    ReceivedMail received = mail.mailsTo("MEMBER@shop.example").getFirst();
    assertThat(received.from()).isEqualTo("gate@octroi.example");
    assertThat(received.subject())
        .isEqualTo("Votre accès est prêt – à bientôt, dans un sujet bien trop long");
    assertThat(received.text().replace("\r\n", "\n").strip()).isEqualTo(text.strip());
    assertThat(received.html().strip()).isEqualTo("<p>déjà</p>");
    assertThat(received.messageId()).isEqualTo("<notification-1@octroi.example>");
    assertThat(received.receivedAt()).isEqualTo(CLOCK.instant());
  }

  @Test
  void scripted_refusals_are_permanent_or_passing() throws Exception {
    // Given
    mail.fail(
        MailFault.refuse(
            MailFault.Stage.RECIPIENT, "^gone@", SmtpReply.unknownUser(), Integer.MAX_VALUE));
    mail.fail(MailFault.refuse(MailFault.Stage.DATA, "^member@", SmtpReply.tryLater(), 1));

    // When, Then
    assertThatThrownBy(() -> send("gone@shop.example", "s", "t"))
        .isInstanceOf(SendFailedException.class)
        .rootCause()
        .hasMessageContaining("550 5.1.1");
    assertThatThrownBy(() -> send(MEMBER, "s", "t")).hasMessageContaining("451 4.3.0");
    assertThat(mail.mails()).isEmpty();
    send(MEMBER, "s", "t");
    assertThat(mail.mails()).hasSize(1);
  }

  @Test
  void a_connection_dropped_after_the_message_leaves_the_client_in_doubt() {
    // Given
    mail.fail(MailFault.drop(MailFault.Stage.ACCEPTED, "member", 1));

    // When, Then
    assertThatThrownBy(() -> send(MEMBER, "s", "t")).isInstanceOf(MessagingException.class);
    assertThat(mail.mailsTo(MEMBER)).hasSize(1);
  }

  @Test
  void a_message_above_the_limit_is_refused_and_the_oldest_of_too_many_is_forgotten()
      throws Exception {
    // Given
    mail.close();
    mail = MailStandIn.start(SETTINGS.withLimits(20_000, 2));

    // When, Then
    assertThatThrownBy(() -> send(MEMBER, "s", "x".repeat(30_000)))
        .hasMessageContaining("552 5.3.4");
    for (String subject : new String[] {"1", "2", "3"}) {
      send(MEMBER, subject, "t");
    }
    assertThat(mail.mails()).extracting(ReceivedMail::subject).containsExactly("2", "3");
  }

  @Test
  void a_login_is_asked_for_where_one_is_set() throws Exception {
    // Given
    mail.close();
    mail = MailStandIn.start(SETTINGS.withLogin("octroi", "secret"));

    // When, Then
    assertThatThrownBy(() -> send(MEMBER, "s", "t")).hasMessageContaining("530 5.7.0");
    assertThatThrownBy(() -> sendAs("octroi", "wrong", "PLAIN"))
        .isInstanceOf(AuthenticationFailedException.class);
    sendAs("octroi", "secret", "PLAIN");
    sendAs("octroi", "secret", "LOGIN");
    assertThat(mail.mails()).hasSize(2);
  }

  @Test
  void commands_may_come_in_one_piece() throws Exception {
    // Given
    String dialogue =
        """
        EHLO shop.example
        RCPT TO:<early@shop.example>
        MAIL FROM:<> BODY=8BITMIME SMTPUTF8
        RCPT TO:<été@shop.example>
        NOOP
        DATA
        Subject: brut

        ..point
        .
        QUIT
        """;

    // When
    String answers;
    try (Socket client = new Socket(LoopbackPorts.address(), mail.port())) {
      client
          .getOutputStream()
          .write(dialogue.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      answers =
          String.join(
              "\n",
              new BufferedReader(
                      new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                  .lines()
                  .filter(line -> line.charAt(3) == ' ')
                  .map(line -> line.substring(0, 3))
                  .toList());
    }

    // Then
    assertThat(answers).isEqualTo("220\n250\n503\n250\n250\n250\n354\n250\n221");
    assertThat(mail.mailsTo("été@shop.example").getFirst().text()).isEqualTo(".point\n");
  }

  @Test
  void messages_survive_a_restart(@TempDir Path directory) throws Exception {
    // Given
    mail.close();
    mail = MailStandIn.start(SETTINGS.withDirectory(directory));
    send(MEMBER, "Prêt", "déjà");
    byte[] raw = mail.mails().getFirst().raw();

    // When
    mail.close();
    mail = MailStandIn.start(SETTINGS.withDirectory(directory));
    send(MEMBER, "Encore", "t");

    // Then
    assertThat(mail.mailsTo(MEMBER))
        .extracting(ReceivedMail::id)
        .containsExactly("00000001", "00000002");
    assertThat(mail.mails().getFirst().raw()).isEqualTo(raw);
    assertThat(mail.mails().getFirst().subject()).isEqualTo("Prêt");
  }

  private void sendAs(String user, String password, String mechanism) throws MessagingException {
    Properties properties = properties();
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.smtp.auth.mechanisms", mechanism);
    Session session = Session.getInstance(properties);
    MimeMessage message = message(session, MEMBER, "s", "t");
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(user, password);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private void send(String to, String subject, String text) throws MessagingException {
    Transport.send(message(Session.getInstance(properties()), to, subject, text));
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
    return properties;
  }

  private static MimeMessage message(Session session, String to, String subject, String text)
      throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>déjà</p>", "ISO-8859-1", "html");
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<notification-1@octroi.example>");
          }
        };
    message.setFrom(new InternetAddress("gate@octroi.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    message.setContent(new MimeMultipart("alternative", plain, html));
    return message;
  }
}
