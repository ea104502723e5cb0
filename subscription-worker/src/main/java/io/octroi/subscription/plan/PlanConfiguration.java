package io.octroi.subscription.plan;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PlanProperties.class, AccessProperties.class})
class PlanConfiguration {
  @Bean
  Plans plans(PlanProperties properties, AccessProperties access) {
    return properties.toPlans(access.toPolicy());
  }
}
