package io.octroi.notifier.sms;

import java.time.Duration;

/** What came back from Twilio. */
sealed interface TwilioAnswer {

  /** It has the message. */
  record Accepted(String messageSid) implements TwilioAnswer {}

  /** It has no such message. */
  record Unknown() implements TwilioAnswer {}

  /**
   * It refused.
   *
   * @param retryAfter the wait it asked for; zero where it did not ask for one
   */
  record Rejected(SmsRefusal refusal, Duration retryAfter) implements TwilioAnswer {}

  /** No answer, or none that can be read; whether it has the message is not known. */
  record Lost(String code) implements TwilioAnswer {}
}
