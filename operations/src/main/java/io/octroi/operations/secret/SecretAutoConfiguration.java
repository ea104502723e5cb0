package io.octroi.operations.secret;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.telemetry.OperationsMetric;
import io.octroi.runtime.secret.SecretSettings;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Of every service, by being on its class path. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class SecretAutoConfiguration {
  /** What may hold a secret on a machine where one is written out, whole documents included. */
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(?i)(password|passphrase|secret|token|key|key-?id|credentials?|secrets\\[\\d+]\\.value)$"
              + "|^spring[._]application[._]json$|^sun\\.java\\.command$");

  /** Holds whatever {@code show-values} says. */
  @Bean
  SanitizingFunction secretsAreNeverShown() {
    return data -> SENSITIVE.matcher(data.getKey()).find() ? data.withSanitizedValue() : data;
  }

  /** A counter that is there from the start can be seen not to move. */
  @Bean
  SmartInitializingSingleton secretRefreshFailures(SecretSettings settings, MeterRegistry meters) {
    return () -> {
      settings
          .kept()
          .forEach(setting ->
              OperationsMetric.SECRET_REFRESH_FAILURES.add(meters, 0, setting.property()));
      settings.onFailure(
          setting -> OperationsMetric.SECRET_REFRESH_FAILURES.count(meters, setting.property()));
    };
  }
}
