package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.smtp.MailFault;
import io.octroi.platform.smtp.SmtpReply;
import io.octroi.platform.telegram.TelegramUser;
import io.octroi.platform.twilio.TwilioMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackIT extends SmsContext {
  @Test
  void a_mail_that_bounces_is_replaced_by_a_text_message_once() throws Exception {
    // Given
    EventExamples member = texted("plain");
    MAIL.fail(refusal(member));

    // When
    publish(member.reminder(1, inDays(2)));
    sendAll();
    advance(Duration.ofHours(1));
    sendAll();

    // Then
    assertThat(deliveries(member)).containsExactly("email:failed:smtp_550", "sms:sent:");
    assertThat(textsTo(member)).hasSize(1);
    assertThat(insteadOf(member)).containsExactly("sms instead of email");
  }

  @Test
  void a_blocked_bot_is_not_asked_again_and_the_mail_tells_it() throws Exception {
    // Given
    EventExamples member = member("plain");
    TELEGRAM.people().put(new TelegramUser(userId(member), "Member", TelegramUser.Reach.BLOCKED));

    // When
    publish(member.reminder(1, inDays(2)));
    sendAll();

    // Then
    assertThat(deliveries(member))
        .containsExactly("email:sent:", "telegram.message:failed:blocked");
    assertThat(openFindings("telegram_recipient_unreachable", member)).isOne();
    long calls = messagesTried(member);

    // When
    publish(member.reminder(2, inDays(3)));
    sendAll();

    // Then
    assertThat(messagesTried(member)).isEqualTo(calls);
    assertThat(openFindings("telegram_recipient_unreachable", member)).isOne();
    assertThat(mailsTo(member)).hasSize(2);
  }

  @Test
  void who_has_only_a_number_is_told_by_text_message() throws Exception {
    // Given
    EventExamples member = newcomer("plain").with(new Contact(null, "en", null, number()));

    // When
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    // Then
    assertThat(deliveries(member)).containsExactly("email:dropped:no_address", "sms:sent:");
    assertThat(textsTo(member).getFirst().body())
        .startsWith("plain-monthly: we have received your payment of 10,000 XOF. Access until ");
  }

  @Test
  void a_mail_with_links_waits_for_its_address_although_it_was_told_otherwise() throws Exception {
    // Given
    EventExamples member = newcomer("signaux").with(new Contact(null, "en", null, number()));

    // When
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    // Then
    assertThat(deliveries(member))
        .containsExactly("email:waiting_contact:", "sms:sent:", "telegram.invitation:sent:");
  }

  @Test
  void a_message_that_does_not_arrive_fails_its_delivery_and_calls_for_the_next() throws Exception {
    // Given
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    sendAll();
    TwilioMessage message = textsTo(member).getFirst();

    // When
    tell(message, "undelivered", 30005);

    // Then
    assertThat(deliveries(member)).contains("sms:failed:undelivered_30005");
    assertThat(openFindings("sms_recipient_unreachable", member)).isOne();

    // When: the handset's receipt comes after all
    tell(message, "delivered", 0);

    // Then
    assertThat(deliveries(member)).contains("sms:sent:");
    assertThat(openFindings("sms_recipient_unreachable", member)).isZero();
  }

  @Test
  void twilios_word_counts_although_it_comes_before_its_answer_is_recorded() throws Exception {
    // Given: Twilio has the message, and nobody saw its answer
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    TWILIO.faults().cutShort(1);
    sendAll();

    // When
    tell(textsTo(member).getFirst(), "delivered", 0);
    advance(Duration.ofSeconds(5));
    sendAll();

    // Then
    assertThat(deliveries(member)).contains("sms:sent:");
    assertThat(receipt(member)).containsExactly("delivered");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_furthest_state_counts_in_whichever_order_they_are_told(long seed) throws Exception {
    // Given
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    sendAll();
    TwilioMessage message = textsTo(member).getFirst();
    List<String> told =
        new ArrayList<>(List.of("queued", "sent", "delivered", "queued", "sent", "delivered"));
    Collections.shuffle(told, new Random(seed));

    // When
    for (String status : told) {
      tell(message, status, 0);
    }

    // Then
    assertThat(receipt(member)).as("seed %d, %s", seed, told).containsExactly("delivered");
    assertThat(deliveries(member)).contains("sms:sent:");
  }

  private List<String> receipt(EventExamples member) {
    return texts(
        "select m.status from sms_messages m join deliveries d on d.id = m.delivery_id"
            + " and d.provider_id = m.message_sid where d.customer_id = ?",
        member.customerId());
  }

  private List<String> insteadOf(EventExamples member) {
    return texts(
        "select d.action || ' instead of ' || missed.action from deliveries d"
            + " join deliveries missed on missed.id = d.instead_of where d.customer_id = ?",
        member.customerId());
  }

  private static long messagesTried(EventExamples member) {
    String id = String.valueOf(userId(member));
    return TELEGRAM.calls().stream()
        .filter(call -> call.method().equals("sendMessage"))
        .filter(call -> id.equals(String.valueOf(call.parameters().get("chat_id"))))
        .count();
  }

  private static MailFault refusal(EventExamples member) {
    return MailFault.refuse(
        MailFault.Stage.RECIPIENT, email(member), new SmtpReply(550, "5.1.1 no such user"), 1);
  }
}
