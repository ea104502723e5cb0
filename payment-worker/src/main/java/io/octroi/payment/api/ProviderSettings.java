package io.octroi.payment.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the API behind one webhook endpoint is asked.
 *
 * @param provider whose API it is, such as {@code paypal}
 * @param baseUrl where it is, without a slash at the end
 * @param tokenUrl where tokens are issued, if elsewhere
 * @param secretId the credentials in Secrets Manager: a JSON object of texts
 * @param environment MTN's target environment or Orange's part of the path
 * @param credentialsAge how old loaded credentials may become
 * @param connectTimeout how long a connection may take
 * @param timeout how long one try may take, its body included
 * @param tries how often a request is tried, the first time included
 * @param backOff mean wait before the second try; doubled for each further one
 * @param retryAfterMax longest wait within a call that a provider may ask for
 * @param maxBodyBytes longest answer that is read
 * @param callsPerMinute how many calls may be made in a minute, at an even pace
 * @param circuitFailures failed calls in a row after which no more are made for a while
 * @param circuitPause how long none are made then; the next one decides
 */
public record ProviderSettings(
    @NotBlank String provider,
    @NotNull @Pattern(regexp = "https?://[^/?#]+(/[^?#]*[^/?#])?") String baseUrl,
    @DefaultValue("") @Pattern(regexp = "|https?://[^/?#]+(/[^?#]*[^/?#])?") String tokenUrl,
    @NotBlank String secretId,
    @DefaultValue("") @Pattern(regexp = "[A-Za-z0-9_-]{0,40}") String environment,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("10m") Duration credentialsAge,
    @NotNull @DurationMin(millis = 1) @DefaultValue("3s") Duration connectTimeout,
    @NotNull @DurationMin(millis = 1) @DefaultValue("10s") Duration timeout,
    @Min(1) @Max(10) @DefaultValue("3") int tries,
    @NotNull @DurationMin(millis = 1) @DefaultValue("200ms") Duration backOff,
    @NotNull @DefaultValue("5s") Duration retryAfterMax,
    @Min(1024) @Max(67_108_864) @DefaultValue("4194304") int maxBodyBytes,
    @Min(1) @Max(60_000) @DefaultValue("120") int callsPerMinute,
    @Min(1) @DefaultValue("5") int circuitFailures,
    @NotNull @DurationMin(millis = 1) @DefaultValue("30s") Duration circuitPause) {

  /** Where tokens are issued. */
  String tokenBase() {
    return tokenUrl.isEmpty() ? baseUrl : tokenUrl;
  }
}
