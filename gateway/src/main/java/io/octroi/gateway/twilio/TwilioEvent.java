package io.octroi.gateway.twilio;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.EventId;
import io.octroi.gateway.scheme.FormBody;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What Twilio says of a message: the message and its status together tell one event from another.
 */
final class TwilioEvent {
  private static final String STATUS = "message.status";
  private static final String RECEIVED = "message.received";

  private TwilioEvent() {}

  static Attempt<Verified> of(WebhookRequest request, Instant receivedAt, String secretVersion) {
    byte[] body = request.body();
    return TwilioMessage.carriesHash(request.url())
        ? JsonBody.parse(body)
            .then(json -> Attempt.passed(ofJson(json, body, receivedAt, secretVersion)))
        : FormBody.parse(body)
            .then(form -> Attempt.passed(ofForm(form, body, receivedAt, secretVersion)));
  }

  private static Verified ofForm(
      FormBody form, byte[] body, Instant receivedAt, String secretVersion) {
    Optional<String> message = form.identifier("MessageSid").or(() -> form.identifier("SmsSid"));
    Optional<String> sent = form.identifier("MessageStatus");
    Optional<String> status = sent.or(() -> form.identifier("SmsStatus"));
    if (message.isEmpty() || status.isEmpty()) {
      // Signed, and about something else: a call, say. Its readers know what to pass over.
      String id = EventId.ofBytes(body);
      return new Verified(id, JsonBody.UNKNOWN_TYPE, id, receivedAt, secretVersion, Trust.SIGNED);
    }
    return new Verified(
        EventId.of(message.get(), status.get()),
        sent.isPresent() ? STATUS : RECEIVED,
        message.get(),
        receivedAt,
        secretVersion,
        Trust.SIGNED);
  }

  private static Verified ofJson(
      JsonBody json, byte[] body, Instant receivedAt, String secretVersion) {
    String id = EventId.ofBytes(body);
    return new Verified(
        id,
        json.identifier("EventType").orElse(JsonBody.UNKNOWN_TYPE),
        json.identifier("MessageSid").orElse(id),
        receivedAt,
        secretVersion,
        Trust.SIGNED);
  }
}
