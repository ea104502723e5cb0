package io.octroi.runtime.clock;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock: the machine's in UTC, or with {@code octroi.clock.file} one that can be moved, see
 * {@link SharedClock}.
 */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

  /** Whoever embeds a service may bring another. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock(@Value("${octroi.clock.file:}") String file) {
    Clock machine = Clock.systemUTC();
    return file.isEmpty() ? machine : SharedClock.open(Path.of(file), machine);
  }
}
