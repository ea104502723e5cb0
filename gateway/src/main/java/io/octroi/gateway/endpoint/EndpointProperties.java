package io.octroi.gateway.endpoint;

import io.octroi.gateway.scheme.Tolerance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The endpoints under {@code /webhooks/}.
 *
 * @param publicUrl where the gateway is found from outside, scheme and host without a path; only
 *     schemes that sign the address need it
 * @param endpoints none by default; several may serve one provider
 */
@Validated
@ConfigurationProperties("octroi.gateway")
public record EndpointProperties(
    @NotNull @Pattern(regexp = "(https?://[^/?#]+)?") @DefaultValue("") String publicUrl,
    @DefaultValue List<@Valid EndpointSettings> endpoints) {

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
  private static final String PROVIDER = "([a-z0-9][a-z0-9_-]{0,62})?";

  /**
   * One endpoint. It has a {@code secretId} or {@code secrets}, not both.
   *
   * @param name the last part of its path: lower-case letters, digits and hyphens
   * @param scheme the name of a scheme; docs/schemes.md lists them
   * @param provider whose language the bodies speak, by the name that translators know, such as
   *     {@code mtn_momo}; the scheme's own if empty
   * @param profile the scheme's variant; empty for its default
   * @param options what only that scheme knows, see its class
   * @param publicUrl its whole address as the provider knows it, without a query, where a proxy
   *     changes the path
   * @param secretId the secret's id in AWS Secrets Manager; it can rotate without a restart
   * @param secrets written out here, the current one first; they change with a restart only
   */
  public record EndpointSettings(
      @NotNull @Pattern(regexp = NAME) String name,
      @NotBlank String scheme,
      @NotNull @Pattern(regexp = PROVIDER) @DefaultValue("") String provider,
      @NotNull @DefaultValue("") String profile,
      @Valid @DefaultValue ToleranceSettings tolerance,
      @DefaultValue Map<String, String> options,
      @NotNull @Pattern(regexp = "(https?://[^?#]+)?") @DefaultValue("") String publicUrl,
      @NotNull @DefaultValue("") String secretId,
      @DefaultValue List<@Valid InlineSecret> secrets) {}

  /**
   * How far a signed time may lie from ours.
   *
   * @param past how old a request may be
   * @param future how far the provider's clock may run ahead
   */
  public record ToleranceSettings(
      @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7) @DefaultValue("300s") Duration past,
      @NotNull @DurationMin @DurationMax(days = 7) @DefaultValue("300s") Duration future) {

    Tolerance toTolerance() {
      return new Tolerance(past, future);
    }
  }

  /**
   * A secret in the configuration, which itself must come from a safe place.
   *
   * @param version a label for logs and metrics
   */
  public record InlineSecret(@NotBlank String version, @NotNull String value) {

    @Override
    public String toString() {
      return "InlineSecret[" + version + "]";
    }
  }
}
