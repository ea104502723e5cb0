package io.octroi.notifier.sms;

import io.octroi.contracts.PhoneNumber;
import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.Delivery;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.wording.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Text messages. Twilio knows no idempotency key: before a delivery is sent a second time, Twilio
 * is asked for the message of the first time, by number, text and time. What is left is the moment
 * between its acceptance and its appearing in that list.
 */
final class SmsChannel implements Channel {
  /** By how much Twilio's clock may be behind ours. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private final Wording wording;
  private final TwilioMessages messages;
  private final SmsReceipts receipts;
  private final SmsFindings findings;
  private final SmsProperties properties;

  SmsChannel(
      Wording wording,
      TwilioMessages messages,
      SmsReceipts receipts,
      SmsFindings findings,
      SmsProperties properties) {
    this.wording = wording;
    this.messages = messages;
    this.receipts = receipts;
    this.findings = findings;
    this.properties = properties;
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.SMS);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    String phone = assignment.contact().phone();
    if (phone == null) {
      return new Dropped("no_address");
    }
    Optional<PhoneNumber> to = PhoneNumber.parse(phone);
    if (to.isEmpty()) {
      return new Refused("address_invalid");
    }
    if (!properties.isConfigured()) {
      return RetryLater.unavailable("sms_not_configured");
    }
    Optional<SmsText> text =
        SmsText.of(
            wording.brief(assignment.notification(), assignment.contact().language()),
            properties.maxSegments(),
            properties.transliterate());
    return text.isEmpty()
        ? new Refused("sms_too_long")
        : outcome(once(assignment.delivery(), to.get(), text.get().text()), assignment);
  }

  private TwilioAnswer once(Delivery delivery, PhoneNumber to, String text) {
    TwilioAnswer earlier =
        delivery.attempt() == 1
            ? new TwilioAnswer.Unknown()
            : messages.find(to, text, delivery.firstTriedAt().minus(CLOCK_DIFFERENCE));
    return earlier instanceof TwilioAnswer.Unknown ? messages.send(to, text) : earlier;
  }

  private DeliveryOutcome outcome(TwilioAnswer answer, Assignment assignment) {
    return switch (answer) {
      case TwilioAnswer.Accepted accepted -> {
        findings.accountWorks();
        String sid = accepted.messageSid();
        yield new Sent(
            sid, () -> receipts.handedOver(sid, assignment.delivery(), assignment.now()));
      }
      case TwilioAnswer.Lost lost -> RetryLater.unavailable(lost.code());
      case TwilioAnswer.Unknown unknown -> RetryLater.unavailable("sms_unknown");
      case TwilioAnswer.Rejected rejected -> refused(rejected, assignment);
    };
  }

  private DeliveryOutcome refused(TwilioAnswer.Rejected rejected, Assignment assignment) {
    String code = rejected.refusal().code();
    return switch (rejected.refusal().meaning()) {
      case RECIPIENT -> {
        findings.unreachable(assignment.notification().subject().customerId(), code);
        yield new Refused(code);
      }
      case ACCOUNT -> {
        findings.accountRefused(code);
        yield RetryLater.unavailable(code);
      }
      case TOO_MANY -> RetryLater.busy(rejected.retryAfter(), code);
      case OUT_OF_ORDER -> RetryLater.unavailable(code);
      case UNKNOWN -> RetryLater.refusedForNow(code);
    };
  }
}
