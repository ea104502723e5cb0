package io.octroi.gateway.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts headers and problems where every answer passes. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  @Bean
  SecurityHeaders securityHeaders(HeaderProperties properties) {
    return new SecurityHeaders(properties);
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> securityHeadersFilter(SecurityHeaders headers) {
    FilterRegistrationBean<OncePerRequestFilter> registration =
        new FilterRegistrationBean<>(new SecurityHeadersFilter(headers));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
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

  private static final class SecurityHeadersFilter extends OncePerRequestFilter {
    private final SecurityHeaders headers;

    SecurityHeadersFilter(SecurityHeaders headers) {
      this.headers = headers;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      headers.apply(response);
      chain.doFilter(request, response);
    }
  }
}
