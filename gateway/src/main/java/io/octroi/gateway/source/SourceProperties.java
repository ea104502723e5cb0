package io.octroi.gateway.source;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who a caller is, and what it may cost us.
 *
 * @param trustedProxyHops how many proxies of ours append to X-Forwarded-For; 0 takes the peer
 */
@Validated
@ConfigurationProperties("octroi.gateway")
public record SourceProperties(
    @Min(0) @Max(16) @DefaultValue("0") int trustedProxyHops,
    @Valid @DefaultValue Rejections rejections) {

  /**
   * The limit on requests without a valid signature.
   *
   * @param perMinute how many a source may send before it gets 429 instead of 400
   * @param maxSources how many sources are remembered; the one unheard of for longest is forgotten
   */
  public record Rejections(
      @Min(1) @DefaultValue("60") int perMinute, @Min(1) @DefaultValue("10000") int maxSources) {}
}
