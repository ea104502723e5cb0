package io.octroi.notifier.sms;

import io.octroi.contracts.PhoneNumber;
import io.octroi.runtime.secret.SensitiveSetting;
import java.nio.charset.StandardCharsets;
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

  private static final int UNAUTHORIZED = 401;

  private final RestClient client;
  private final SmsProperties properties;
  private final SensitiveSetting authToken;

  /**
   * @param client with base URL and timeouts, and without handling of errors
   * @param authToken the account's, which may change at any moment
   */
  TwilioMessages(RestClient client, SmsProperties properties, SensitiveSetting authToken) {
    this.client = client;
    this.properties = properties;
    this.authToken = authToken;
  }

  TwilioAnswer send(PhoneNumber to, String text) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("To", to.e164());
    form.add(properties.isMessagingService() ? "MessagingServiceSid" : "From", properties.from());
    form.add("Body", text);
    if (!properties.statusCallback().isEmpty()) {
      form.add("StatusCallback", properties.statusCallback());
    }
    String presented = authToken.value();
    try {
      ResponseEntity<byte[]> answer =
          client
              .post()
              .uri("/2010-04-01/Accounts/{account}/Messages.json", properties.accountSid())
              .headers(headers -> identify(headers, presented))
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body(form)
              .retrieve()
              .toEntity(byte[].class);
      noteRefusal(answer, presented);
      return TwilioAnswers.created(
          answer.getStatusCode().value(), retryAfter(answer), answer.getBody());
    } catch (RestClientException e) {
      return new TwilioAnswer.Lost("sms_unreachable");
    }
  }

  /** Asks whether a message was accepted whose answer nobody saw. */
  TwilioAnswer find(PhoneNumber to, String text, Instant since) {
    String presented = authToken.value();
    try {
      ResponseEntity<byte[]> answer =
          client
              .get()
              .uri(
                  "/2010-04-01/Accounts/{account}/Messages.json?To={to}&PageSize={size}",
                  properties.accountSid(),
                  to.e164(),
                  LOOKED_THROUGH)
              .headers(headers -> identify(headers, presented))
              .retrieve()
              .toEntity(byte[].class);
      noteRefusal(answer, presented);
      return TwilioAnswers.found(
          answer.getStatusCode().value(), retryAfter(answer), answer.getBody(), to, text, since);
    } catch (RestClientException e) {
      return new TwilioAnswer.Lost("sms_unreachable");
    }
  }

  private void identify(HttpHeaders headers, String presented) {
    headers.setBasicAuth(properties.accountSid(), presented, StandardCharsets.UTF_8);
  }

  private void noteRefusal(ResponseEntity<byte[]> answer, String presented) {
    if (answer.getStatusCode().value() == UNAUTHORIZED) {
      authToken.refused(presented);
    }
  }

  private static String retryAfter(ResponseEntity<byte[]> answer) {
    String wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return wait == null ? "" : wait;
  }
}
