package io.octroi.notifier.linking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.notifier.telegram.linking}.
 *
 * @param tokenValidity how long a start link can be used
 * @param maxOpenTokens unused tokens of one customer, at most; the oldest give way
 * @param relink what a valid token does for who is linked otherwise
 * @param retention how long a token is remembered after it expired, to tell why it is refused
 */
@Validated
@ConfigurationProperties("octroi.notifier.telegram.linking")
public record LinkingProperties(
    @DefaultValue("7d") Duration tokenValidity,
    @Min(1) @Max(100) @DefaultValue("5") int maxOpenTokens,
    @DefaultValue("refuse") RelinkPolicy relink,
    @DefaultValue("30d") Duration retention) {

  public LinkingProperties {
    if (!tokenValidity.isPositive()) {
      throw new IllegalArgumentException(
          "octroi.notifier.telegram.linking.token-validity must be positive");
    }
  }
}
