package io.octroi.notifier.sms;

import io.octroi.contracts.PhoneNumber;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The Messages API. Every call answers with a value; no exception leaves it, for their messages
 * hold the address and with it the number.
 */
final class TwilioMessages {
  /** Of one number the newest ones: a delivery's own earlier attempt is among them. */
  private static final int LOOKED_THROUGH = 50;

  private final RestClient client;
  private final SmsProperties properties;

  /**
   * @param client with base URL, credentials and timeouts, and without handling of errors
   */
  TwilioMessages(RestClient client, SmsProperties properties) {
    this.client = client;
    this.properties = properties;
  }

  TwilioAnswer send(PhoneNumber to, String text) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("To", to.e164());
    form.add(properties.isMessagingService() ? "MessagingServiceSid" : "From", properties.from());
    form.add("Body", text);
    if (!properties.statusCallback().isEmpty()) {
      form.add("StatusCallback", properties.statusCallback());
    }
    try {
      ResponseEntity<byte[]> answer =
          client
              .post()
              .uri("/2010-04-01/Accounts/{account}/Messages.json", properties.accountSid())
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body(form)
              .retrieve()
              .toEntity(byte[].class);
      return TwilioAnswers.created(
          answer.getStatusCode().value(), retryAfter(answer), answer.getBody());
    } catch (RestClientException e) {
      return new TwilioAnswer.Lost("sms_unreachable");
    }
  }

  /** Asks whether a message was accepted whose answer nobody saw. */
  TwilioAnswer find(PhoneNumber to, String text, Instant since) {
    try {
      ResponseEntity<byte[]> answer =
          client
              .get()
              .uri(
                  "/2010-04-01/Accounts/{account}/Messages.json?To={to}&PageSize={size}",
                  properties.accountSid(),
                  to.e164(),
                  LOOKED_THROUGH)
              .retrieve()
              .toEntity(byte[].class);
      return TwilioAnswers.found(
          answer.getStatusCode().value(), retryAfter(answer), answer.getBody(), to, text, since);
    } catch (RestClientException e) {
      return new TwilioAnswer.Lost("sms_unreachable");
    }
  }

  private static String retryAfter(ResponseEntity<byte[]> answer) {
    String wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return wait == null ? "" : wait;
  }
}
