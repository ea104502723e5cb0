package io.octroi.notifier.wording;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notifications speak.
 *
 * @param defaultLanguage for customers whose language is unknown or not written here
 * @param zone the time zone that times are told in, by name
 * @param planNames what plans are called towards customers, by plan code; the code where absent
 */
@ConfigurationProperties("octroi.notifier.wording")
public record WordingProperties(
    @DefaultValue("french") Language defaultLanguage,
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue Map<String, String> planNames) {

  public WordingProperties {
    planNames = Map.copyOf(planNames);
  }
}
