package io.octroi.runtime.secret;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the settings that Secrets Manager keeps are had: {@code octroi.secrets}. Which those are is
 * said under {@code octroi.secrets.from}, see {@link Sensitive}.
 *
 * @param startPatience how long a start goes on asking while Secrets Manager does not answer
 * @param retryInterval how long it waits before it asks again then
 * @param refreshInterval how long a rotation may take to be noticed, if nothing refuses the old
 * @param refusalInterval how often one secret is loaded out of turn at most, because a value of it
 *     was refused
 * @param refusalsPerMinute how often that happens at most for all secrets together
 * @param refusalWait how long somebody waits for such a load
 * @param refusalMaxWaiting how many wait for it at one moment
 */
record SecretSettingsProperties(
    @DefaultValue("10s") Duration startPatience,
    @DefaultValue("1s") Duration retryInterval,
    @DefaultValue("60s") Duration refreshInterval,
    @DefaultValue("10s") Duration refusalInterval,
    @DefaultValue("60") int refusalsPerMinute,
    @DefaultValue("1s") Duration refusalWait,
    @DefaultValue("64") int refusalMaxWaiting) {

  SecretSettingsProperties {
    requirePositive(retryInterval, "retry-interval");
    requirePositive(refreshInterval, "refresh-interval");
    requirePositive(refusalInterval, "refusal-interval");
    requirePositive(refusalWait, "refusal-wait");
    if (startPatience.isNegative() || refusalsPerMinute < 1 || refusalMaxWaiting < 1) {
      throw new IllegalArgumentException(
          "octroi.secrets.start-patience, refusals-per-minute or refusal-max-waiting is too small");
    }
  }

  OutOfTurn.Limits limits() {
    return new OutOfTurn.Limits(refusalInterval, refusalsPerMinute, refusalWait, refusalMaxWaiting);
  }

  private static void requirePositive(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("octroi.secrets." + name + " must be positive");
    }
  }
}
