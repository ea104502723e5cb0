package io.octroi.runtime.trace;

import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service its {@link Traces}. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {
  @Bean
  Traces traces(ObjectProvider<OpenTelemetry> openTelemetry) {
    return new Traces(openTelemetry.getIfAvailable(OpenTelemetry::noop));
  }
}
