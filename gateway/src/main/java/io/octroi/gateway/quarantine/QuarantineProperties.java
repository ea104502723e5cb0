package io.octroi.gateway.quarantine;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of refused requests. The topic's own {@code retention.ms} should be {@code maxAge},
 * its {@code retention.bytes} at least {@code perHour} times the hours of it, over all partitions.
 *
 * @param secretId the id in AWS Secrets Manager of the data key, 32 bytes in base64; its previous
 *     version is still read. Empty keeps nothing
 * @param maxRequest the largest request kept, its headers included
 * @param maxAge what was received longer ago is never let in
 * @param perSourceAnHour how much of one source is kept
 * @param perEndpointAnHour how much that was sent to one endpoint is kept
 * @param perHour how much is kept at all
 * @param maxSources how many sources are remembered; the one unheard of for longest is forgotten
 * @param maxInFlight how many are being written at one moment; a further one is dropped
 * @param readTimeout how long a whole pass over what is kept may take
 */
@Validated
@ConfigurationProperties("octroi.gateway.quarantine")
public record QuarantineProperties(
    @NotNull @DefaultValue("") String secretId,
    @NotNull @DefaultValue("256KB") DataSize maxRequest,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("72h") Duration maxAge,
    @NotNull @DefaultValue("16MB") DataSize perSourceAnHour,
    @NotNull @DefaultValue("48MB") DataSize perEndpointAnHour,
    @NotNull @DefaultValue("64MB") DataSize perHour,
    @Min(1) @DefaultValue("10000") int maxSources,
    @Min(1) @DefaultValue("64") int maxInFlight,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("10m") Duration readTimeout) {

  /**
   * @throws IllegalArgumentException if one source alone could fill it
   */
  public QuarantineProperties {
    if (perSourceAnHour.compareTo(perHour) >= 0) {
      throw new IllegalArgumentException("per-source-an-hour must be less than per-hour");
    }
  }
}
