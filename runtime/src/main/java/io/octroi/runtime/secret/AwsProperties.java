package io.octroi.runtime.secret;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How AWS is reached.
 *
 * @param callTimeout how long one call may take, attempts included
 * @param endpointOverride another address than AWS's own, for one machine; empty for AWS
 * @param region empty to let the environment decide
 * @param accessKeyId empty to let the environment decide, as it should on AWS
 * @param secretAccessKey belongs to {@code accessKeyId}
 */
@Validated
@ConfigurationProperties("octroi.aws")
public record AwsProperties(
    @NotNull @DurationMin(millis = 100) @DefaultValue("3s") Duration callTimeout,
    @DefaultValue("") String endpointOverride,
    @DefaultValue("") String region,
    @DefaultValue("") String accessKeyId,
    @DefaultValue("") String secretAccessKey) {

  @Override
  public String toString() {
    return "AwsProperties[region=" + region + "]";
  }
}
