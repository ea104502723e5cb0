package io.octroi.notifier;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.twilio.TwilioMessage;
import io.octroi.platform.twilio.TwilioWebhooks;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What tests of text messages share: customers with a number, and Twilio's callbacks. */
abstract class SmsContext extends NotifierContext {
  private static final AtomicLong NEXT_NUMBER = new AtomicLong(770_000_000L);

  /** Somebody new with a mail address and a number, whose plan asks for text messages. */
  protected static EventExamples texted() {
    return texted("texted");
  }

  protected static EventExamples texted(String family) {
    EventExamples member = newcomer(family);
    return member.with(new Contact(email(member), "fr", null, number()));
  }

  protected static String number() {
    return "+221" + NEXT_NUMBER.incrementAndGet();
  }

  protected static String phone(EventExamples member) {
    return String.valueOf(member.contact().phone());
  }

  protected static List<TwilioMessage> textsTo(EventExamples member) {
    return TWILIO.sentTo(phone(member));
  }

  /** Twilio tells how far a message has come, as the gateway hands it on. */
  protected void tell(TwilioMessage message, String status, int errorCode) {
    publish(callback(message, status, errorCode));
  }

  protected static VerifiedWebhook callback(TwilioMessage message, String status, int errorCode) {
    byte[] form =
        TwilioWebhooks.sign(
                TWILIO.status(message, status, errorCode),
                "https://hooks.octroi.example/webhooks/twilio",
                TWILIO_TOKEN)
            .body();
    return new VerifiedWebhook(
        "twilio",
        "twilio",
        message.sid() + ":" + status,
        "message.status",
        message.sid(),
        CLOCK.instant(),
        CLOCK.instant(),
        Provenance.webhook(Trust.SIGNED, "v1"),
        form);
  }

  protected int openFindings(String condition, EventExamples member) {
    return texts(
            "select id from findings where condition = ? and subject = ? and state = 'open'",
            condition,
            member.customerId())
        .size();
  }
}
