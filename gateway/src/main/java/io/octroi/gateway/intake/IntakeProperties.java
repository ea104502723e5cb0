package io.octroi.gateway.intake;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway is ready to read.
 *
 * @param maxBody the largest body
 * @param maxBuffered how much of all bodies may be held at one moment
 * @param bodyTimeout how long a body may take to arrive
 * @param retryAfter what a provider is told to wait when webhooks cannot be taken
 */
@Validated
@ConfigurationProperties("octroi.gateway.intake")
public record IntakeProperties(
    @NotNull @DefaultValue("1MB") DataSize maxBody,
    @NotNull @DefaultValue("64MB") DataSize maxBuffered,
    @NotNull @DurationMin(millis = 100) @DefaultValue("10s") Duration bodyTimeout,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("5s") Duration retryAfter) {

  /**
   * @throws IllegalArgumentException if not even one largest body could be held
   */
  public IntakeProperties {
    if (maxBuffered.compareTo(maxBody) < 0) {
      throw new IllegalArgumentException("max-buffered must be at least max-body");
    }
  }
}
