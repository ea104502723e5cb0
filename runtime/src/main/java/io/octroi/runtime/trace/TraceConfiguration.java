package io.octroi.runtime.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service its {@link Traces}, and lets leave of spans what may be shown. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {
  @Bean
  Traces traces(ObjectProvider<OpenTelemetry> openTelemetry) {
    return new Traces(openTelemetry.getIfAvailable(OpenTelemetry::noop));
  }

  @Bean
  static BeanPostProcessor maskedSpans() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SpanExporter exporter && !(bean instanceof MaskingSpanExporter)
            ? new MaskingSpanExporter(exporter)
            : bean;
      }
    };
  }
}
