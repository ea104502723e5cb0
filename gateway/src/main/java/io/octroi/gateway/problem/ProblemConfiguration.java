package io.octroi.gateway.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts headers and problems where every answer passes. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  @Bean
  SecurityHeaders securityHeaders(HeaderProperties properties) {
    return new SecurityHeaders(properties);
  }

  @Bean
  FilterRegistrationBean<Filter> securityHeadersFilter(SecurityHeaders headers) {
    Filter filter =
        (request, response, chain) -> {
          if (response instanceof HttpServletResponse http) {
            headers.apply(http);
          }
          chain.doFilter(request, response);
        };
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    // Some requests come by an error alone: the server refused them before any filter.
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return registration;
  }

  /** Whatever nobody else answers; without it the framework logs the paths that strangers try. */
  @Bean
  SimpleUrlHandlerMapping nothingHere() {
    HttpRequestHandler handler =
        (request, response) -> ProblemWriter.write(response, Problem.NOT_FOUND);
    return new SimpleUrlHandlerMapping(Map.of("/**", handler), Ordered.LOWEST_PRECEDENCE);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports(
      SecurityHeaders headers) {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            // A class name, because the host looks whether a valve of it is there already.
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new ProblemReportValve(headers));
          }
        });
  }
}
