package io.octroi.subscription.intake;

import io.octroi.contracts.Topics;
import io.octroi.messaging.WorkerListeners;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanAdoptionProperties.class)
class IntakeConfiguration {
  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> paymentListener(
      WorkerListeners listeners, PaymentIntake intake) {
    return listeners.listen(Topics.PAYMENTS, PaymentIntake.GROUP, intake);
  }
}
