package io.octroi.notifier.sms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.notifier.sms}.
 *
 * @param baseUrl where Twilio's API is
 * @param accountSid Twilio's name of the account; empty switches text messages off
 * @param authToken the account's secret. On AWS {@code octroi.secrets.from} names where it is
 * @param from a number in E.164, a name of up to 11 characters, or the sid of a messaging service
 * @param statusCallback the public address of the gateway's Twilio endpoint; empty for no callbacks
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param maxSegments what one message may cost; a longer one is not sent
 * @param transliterate whether letters that would halve what fits into a segment are written
 *     without their marks
 */
@Validated
@ConfigurationProperties("octroi.notifier.sms")
public record SmsProperties(
    @NotNull @DefaultValue("https://api.twilio.com") URI baseUrl,
    @Pattern(regexp = "|AC[0-9a-f]{32}") @DefaultValue("") String accountSid,
    @DefaultValue("") String authToken,
    @Pattern(regexp = "|\\+[1-9][0-9]{6,14}|[A-Za-z0-9 ]{1,11}|MG[0-9a-f]{32}") @DefaultValue("")
        String from,
    @Pattern(regexp = "|https?://\\S{1,500}") @DefaultValue("") String statusCallback,
    @DurationMin(millis = 1) @DefaultValue("5s") Duration connectTimeout,
    @DurationMin(millis = 1) @DefaultValue("10s") Duration readTimeout,
    @Min(1) @Max(10) @DefaultValue("2") int maxSegments,
    @DefaultValue("true") boolean transliterate) {

  public SmsProperties {
    if (!accountSid.isEmpty() && from.isEmpty()) {
      throw new IllegalArgumentException("octroi.notifier.sms.account-sid needs from beside it");
    }
  }

  boolean isConfigured() {
    return !accountSid.isEmpty();
  }

  boolean isMessagingService() {
    return from.matches("MG[0-9a-f]{32}");
  }

  /** Looking for an earlier message, and sending one. */
  Duration slowestDelivery() {
    return connectTimeout.plus(readTimeout).multipliedBy(2);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SmsProperties[" + baseUrl + " " + accountSid + "]";
  }
}
