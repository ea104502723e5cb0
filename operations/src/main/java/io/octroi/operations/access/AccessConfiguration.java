package io.octroi.operations.access;

import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import io.octroi.runtime.secret.SensitiveSetting;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards everything under {@code /operations}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsProperties.class)
public class AccessConfiguration {

  @Bean
  FilterRegistrationBean<OperatorFilter> operatorFilter(
      OperationsProperties properties, SecretSettings secrets) {
    SensitiveSetting token = secrets.setting(Sensitive.OPERATIONS_TOKEN, properties.token());
    FilterRegistrationBean<OperatorFilter> registration =
        new FilterRegistrationBean<>(new OperatorFilter(new Operators(properties, token)));
    registration.addUrlPatterns("/operations/*");
    return registration;
  }

  @Bean
  WebMvcConfigurer operatorArgument() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OperatorArgument());
      }
    };
  }
}
