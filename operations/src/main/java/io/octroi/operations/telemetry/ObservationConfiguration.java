package io.octroi.operations.telemetry;

import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/** What is neither timed nor traced. */
@Configuration(proxyBeanMethods = false)
public class ObservationConfiguration {

  /**
   * Probes, scrapes and the rounds of schedulers come every few seconds, mostly in vain, and would
   * be most of all traces. What a round does begins its own spans.
   */
  @Bean
  ObservationPredicate nothingThatOnlyLooks() {
    return (name, context) ->
        switch (context) {
          case ScheduledTaskObservationContext _ -> false;
          case ServerRequestObservationContext request -> !isProbe(request.getCarrier());
          default -> true;
        };
  }

  private static boolean isProbe(@Nullable HttpServletRequest request) {
    return request != null && request.getRequestURI().startsWith("/actuator");
  }
}
