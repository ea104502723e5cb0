package io.octroi.operations.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Audits all calls under {@code /operations}. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  @Bean
  WebMvcConfigurer operationsAudit(ObjectProvider<AuditLog> log, ObjectProvider<Clock> clock) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
            .addInterceptor(
                new AuditInterceptor(
                    log.getIfAvailable(LoggedAudit::new), clock.getIfAvailable(Clock::systemUTC)))
            .addPathPatterns("/operations/**");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ReasonArgument());
      }
    };
  }
}
