package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.EventIds;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.smtp.MailFault;
import io.octroi.platform.smtp.SmtpReply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses that are written to no more. */
class SuppressionIT extends NotifierContext {
  @LocalServerPort private int port;

  @Test
  void an_address_that_the_server_does_not_know_is_written_to_no_more_until_it_is_lifted()
      throws Exception {
    EventExamples member = newcomer("plain");
    MAIL.fail(refusal(member, 550, "5.1.1 user unknown"));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    publish(member.reminder(2, inDays(30)));
    sendAll();

    assertThat(deliveries(member))
        .contains("email:failed:smtp_550", "email:dropped:address_suppressed");
    assertThat(mailsTo(member)).isEmpty();
    assertThat(openFindings(member)).containsExactly("mail_address_suppressed");
    assertThat(keptOf(member)).noneMatch(row -> row.contains("@"));

    lift(member);
    publish(member.renewed(3, payment(), inDays(60)));
    sendAll();

    assertThat(mailsTo(member)).hasSize(1);
    assertThat(openFindings(member)).isEmpty();
  }

  @Test
  void a_full_mailbox_or_a_rule_against_us_is_no_reason_to_give_an_address_up() throws Exception {
    EventExamples member = newcomer("plain");
    MAIL.fail(refusal(member, 552, "5.2.2 mailbox full"));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    MAIL.fail(refusal(member, 550, "5.7.1 we do not like you"));
    publish(member.renewed(2, payment(), inDays(60)));
    sendAll();

    assertThat(deliveries(member))
        .containsExactly("email:failed:smtp_550", "email:failed:smtp_552");
    assertThat(openFindings(member)).isEmpty();
  }

  @Test
  void what_the_mail_service_tells_by_sns_suppresses_the_address_of_every_customer_who_has_it()
      throws Exception {
    EventExamples member = newcomer("plain");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    publish(bounce(email(member).toUpperCase(Locale.ROOT)));
    publish(member.renewed(2, payment(), inDays(60)));
    sendAll();

    assertThat(deliveries(member))
        .containsExactly("email:dropped:address_suppressed", "email:sent:");
    assertThat(openFindings(member)).containsExactly("mail_address_suppressed");
  }

  @Test
  void a_complaint_about_an_address_that_nobody_has_yet_holds_for_who_comes_with_it()
      throws Exception {
    EventExamples member = newcomer("plain");
    publish(feedback("Complaint", "complaint", "complainedRecipients", email(member)));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:dropped:address_suppressed");
    assertThat(openFindings(member)).containsExactly("mail_address_suppressed");
  }

  private static MailFault refusal(EventExamples member, int code, String text) {
    return MailFault.refuse(MailFault.Stage.RECIPIENT, email(member), new SmtpReply(code, text), 1);
  }

  private static VerifiedWebhook bounce(String address) {
    return feedback("Bounce", "bounce", "bouncedRecipients", address);
  }

  private static VerifiedWebhook feedback(
      String type, String about, String recipients, String address) {
    String message =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "notificationType",
                    type,
                    about,
                    Map.of(
                        "bounceType",
                        "Permanent",
                        recipients,
                        List.of(Map.of("emailAddress", address)))));
    String id = EventIds.next(CLOCK.instant()).toString();
    return new VerifiedWebhook(
        "ses",
        "sns",
        id,
        "Notification",
        id,
        CLOCK.instant(),
        CLOCK.instant(),
        Provenance.webhook(Trust.SIGNED, ""),
        JsonMapper.shared().writeValueAsBytes(Map.of("Type", "Notification", "Message", message)));
  }

  private List<String> openFindings(EventExamples member) {
    return texts(
        "select condition from findings where subject = ? and state = 'open'", member.customerId());
  }

  private List<String> keptOf(EventExamples member) {
    return texts(
        "select row_to_json(s)::text from mail_suppressions s where ? = any(customer_ids)",
        member.customerId());
  }

  /** As an operator does. */
  private void lift(EventExamples member) throws Exception {
    for (JsonNode row : JsonMapper.shared().readTree(call("GET", "").body()).path("items")) {
      if (row.path("customer_ids")
          .valueStream()
          .anyMatch(id -> id.asString().equals(member.customerId()))) {
        assertThat(call("POST", "/" + row.path("id").asString() + "/lift").statusCode())
            .isEqualTo(200);
        return;
      }
    }
    throw new AssertionError("the suppression is not listed");
  }

  private HttpResponse<String> call(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/operations/mail-suppressions" + path))
            .header("Authorization", "Bearer open-sesame")
            .header("Octroi-Reason", "the mailbox is back")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
