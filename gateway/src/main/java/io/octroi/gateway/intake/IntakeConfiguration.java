package io.octroi.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.publish.PublishProperties;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.secret.SecretUses;
import io.octroi.runtime.trace.Traces;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.servlet.filter.OrderedRequestContextFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.support.HttpRequestHandlerServlet;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  /** Room in a record for its key, its headers and the batch around it. */
  private static final int RECORD_OVERHEAD = 64 * 1_024;

  private static final String WEBHOOKS = "webhooks";
  private static final List<String> CONTROLLERS =
      List.of(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME);

  /**
   * A servlet of its own and no controller: it answers every method, reads nothing of a request but
   * its headers and its bytes, and needs nothing that Spring MVC does on the way to a controller.
   */
  @Bean
  ServletRegistrationBean<HttpRequestHandlerServlet> webhookServlet() {
    ServletRegistrationBean<HttpRequestHandlerServlet> servlet =
        new ServletRegistrationBean<>(new HttpRequestHandlerServlet(), WebhookPath.ROOT + "/*");
    // By this name it finds its handler.
    servlet.setName(WEBHOOKS);
    servlet.setLoadOnStartup(1);
    return servlet;
  }

  @Bean(WEBHOOKS)
  HttpRequestHandler tracedIntake(WebhookIntake intake, Traces traces) {
    return new TracedHandler(intake, traces);
  }

  /** For controllers alone: the intake times what it takes, and {@link TracedHandler} traces it. */
  @Bean
  FilterRegistrationBean<ServerHttpObservationFilter> observationOfControllers(
      ObservationRegistry observations) {
    FilterRegistrationBean<ServerHttpObservationFilter> filter =
        new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations));
    filter.setServletNames(CONTROLLERS);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /** For controllers alone, as well. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> requestContextOfControllers() {
    FilterRegistrationBean<RequestContextFilter> filter =
        new FilterRegistrationBean<>(new OrderedRequestContextFilter());
    filter.setServletNames(CONTROLLERS);
    return filter;
  }

  @Bean
  WebhookIntake.Settings intakeSettings(
      IntakeProperties properties, MeterRegistry meters, SecretUses uses) {
    return new WebhookIntake.Settings(properties, meters, uses);
  }

  @Bean
  WebhookIntake webhookIntake(
      Endpoints endpoints,
      WebhookPublisher publisher,
      Rejections rejections,
      Clock clock,
      WebhookIntake.Settings settings,
      PublishProperties publishing) {
    IntakeProperties properties = settings.properties();
    if (properties.maxBody().toBytes() + RECORD_OVERHEAD > publishing.maxRecord().toBytes()) {
      throw new IllegalArgumentException(
          "octroi.gateway.publish.max-record must exceed octroi.gateway.intake.max-body by 64 KB");
    }
    return new WebhookIntake(
        endpoints,
        new BodyReader(properties),
        new BufferBudget(properties.maxBuffered().toBytes()),
        publisher,
        rejections,
        clock,
        settings);
  }
}
