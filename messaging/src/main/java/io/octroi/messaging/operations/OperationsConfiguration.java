package io.octroi.messaging.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guards {@code /operations} where the worker serves HTTP. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(OperationsProperties.class)
public class OperationsConfiguration {

  @Bean
  FilterRegistrationBean<OperatorTokenFilter> operatorTokenFilter(OperationsProperties properties) {
    FilterRegistrationBean<OperatorTokenFilter> registration =
        new FilterRegistrationBean<>(new OperatorTokenFilter(properties.token()));
    registration.addUrlPatterns("/operations/*");
    return registration;
  }
}
