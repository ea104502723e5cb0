package io.octroi.subscription.watermark;

import io.octroi.contracts.Topics;
import io.octroi.messaging.WorkerListeners;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class WatermarkConfiguration {
  /** The group that takes payments in, and watermarks. */
  private static final String GROUP = "subscription-worker";

  private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(10);

  @Bean
  PaymentProgress paymentProgress(KafkaProperties kafka) {
    return new PaymentProgress(Admin.create(kafka.buildAdminProperties()), GROUP, BROKER_TIMEOUT);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> watermarkListener(
      WorkerListeners listeners, WatermarkIntake intake) {
    return listeners.listen(Topics.WATERMARKS, GROUP, intake);
  }

  @Bean
  CatchUp catchUp(Watermarks watermarks, PaymentProgress progress) {
    return new CatchUp(watermarks, progress);
  }
}
