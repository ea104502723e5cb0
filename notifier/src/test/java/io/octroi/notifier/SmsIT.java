package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.twilio.TwilioMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SmsIT extends SmsContext {
  @Test
  void a_plan_that_asks_for_it_reminds_by_text_message_too(CapturedOutput output) throws Exception {
    // Given
    EventExamples member = texted();

    // When
    publish(member.reminder(1, inDays(2)));
    sendAll();

    // Then
    assertThat(deliveries(member)).containsExactly("email:sent:", "sms:sent:");
    TwilioMessage message = textsTo(member).getFirst();
    assertThat(message.body())
        .startsWith("texted-monthly : votre accès se termine le ")
        .endsWith("Renouvelez-le avant et il continue sans interruption.")
        .hasSizeLessThanOrEqualTo(160);
    assertThat(message.from()).isEqualTo("+15005550006");
    assertThat(message.statusCallback()).isEqualTo("https://hooks.octroi.example/webhooks/twilio");
    assertThat(output).doesNotContain(phone(member)).doesNotContain(TWILIO_TOKEN);
  }

  @Test
  void other_plans_and_customers_without_a_number_get_none() throws Exception {
    // Given
    EventExamples otherPlan = texted("plain");
    EventExamples noNumber = member("texted");

    // When
    publish(otherPlan.reminder(1, inDays(2)), noNumber.reminder(1, inDays(2)));
    sendAll();

    // Then
    assertThat(deliveries(otherPlan)).containsExactly("email:sent:");
    assertThat(deliveries(noNumber)).doesNotContain("sms:sent:");
    assertThat(textsTo(otherPlan)).isEmpty();
  }

  @Test
  void an_answer_that_was_lost_does_not_make_a_second_message() throws Exception {
    // Given: Twilio takes the message, and the connection breaks in the middle of its answer
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    TWILIO.faults().cutShort(1);
    sendAll();
    assertThat(textsTo(member)).hasSize(1);
    assertThat(deliveries(member)).contains("sms:due:sms_unreachable");

    // When
    advance(Duration.ofSeconds(5));
    sendAll();

    // Then
    assertThat(textsTo(member)).hasSize(1);
    assertThat(deliveries(member)).contains("sms:sent:");
    assertThat(
            texts(
                "select provider_id from deliveries where customer_id = ? and action = 'sms'",
                member.customerId()))
        .containsExactly(textsTo(member).getFirst().sid());
  }

  @Test
  void what_was_never_accepted_is_sent_after_all() throws Exception {
    // Given
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    TWILIO.faults().status(1, 503);
    sendAll();
    assertThat(textsTo(member)).isEmpty();

    // When
    advance(Duration.ofSeconds(5));
    sendAll();

    // Then
    assertThat(textsTo(member)).hasSize(1);
    assertThat(deliveries(member)).contains("sms:sent:");
  }

  @Test
  void the_wait_that_twilio_asks_for_is_kept() throws Exception {
    // Given
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    TWILIO.faults().tooMany(1, Duration.ofSeconds(40));
    sendAll();
    assertThat(deliveries(member)).contains("sms:due:sms_20429");

    // When
    advance(Duration.ofSeconds(39));
    sendAll();

    // Then
    assertThat(textsTo(member)).isEmpty();

    // When
    advance(Duration.ofSeconds(1));
    sendAll();

    // Then
    assertThat(textsTo(member)).hasSize(1);
  }

  @Test
  void who_wrote_stop_is_asked_for_once_and_is_one_finding() throws Exception {
    // Given
    EventExamples member = texted();
    TWILIO.refuse(phone(member), 21610);
    publish(member.reminder(1, inDays(2)));

    // When
    sendAll();
    advance(Duration.ofHours(2));
    sendAll();

    // Then
    assertThat(deliveries(member)).contains("sms:failed:sms_21610");
    assertThat(requestsAbout(member)).hasSize(1);
    assertThat(openFindings("sms_recipient_unreachable", member)).isOne();
  }

  @Test
  void a_number_that_is_none_is_refused_without_asking() throws Exception {
    // Given
    EventExamples member =
        newcomer("texted").with(new Contact("m@example.com", "fr", null, "77 000 00 42"));

    // When
    publish(member.reminder(1, inDays(2)));
    sendAll();

    // Then
    assertThat(deliveries(member)).contains("sms:failed:address_invalid");
    assertThat(requestsAbout(member)).isEmpty();
  }

  @Test
  void an_account_that_is_refused_waits_as_one_finding_until_it_works() throws Exception {
    // Given
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    TWILIO.faults().status(2, 401);

    // When
    sendAll();
    advance(Duration.ofSeconds(10));
    sendAll();

    // Then
    assertThat(deliveries(member)).contains("sms:due:sms_20003");
    assertThat(accountFindings()).containsExactly("open");

    // When
    advance(Duration.ofSeconds(30));
    sendAll();

    // Then
    assertThat(deliveries(member)).contains("sms:sent:");
    assertThat(accountFindings()).containsExactly("resolved");
  }

  private List<String> accountFindings() {
    return texts("select state from findings where condition = 'sms_account_refused'");
  }

  private static List<Map<String, String>> requestsAbout(EventExamples member) {
    return TWILIO.server().requests().stream()
        .filter(request -> request.method().equals("POST"))
        .map(RecordedRequest::formParameters)
        .filter(form -> phone(member).equals(form.get("To")))
        .toList();
  }
}
