package io.octroi.bench.baseline;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import java.sql.SQLException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes Stripe's webhooks: 200 when the payment is committed, 400 for what Stripe did not sign. */
@RestController
final class WebhookController {
  private final String secret;
  private final WebhookRecorder recorder;

  WebhookController(String secret, WebhookRecorder recorder) {
    this.secret = secret;
    this.recorder = recorder;
  }

  @PostMapping("/webhooks/stripe")
  ResponseEntity<Void> receive(
      @RequestBody String payload, @RequestHeader("Stripe-Signature") String signature)
      throws SQLException, EventDataObjectDeserializationException {
    Event event;
    try {
      event = Webhook.constructEvent(payload, signature, secret);
    } catch (SignatureVerificationException e) {
      return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
    }
    recorder.record(event, payload);
    return ResponseEntity.ok().build();
  }
}
