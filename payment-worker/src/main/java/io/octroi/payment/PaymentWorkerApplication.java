package io.octroi.payment;

import io.octroi.messaging.MessagingConfiguration;
import io.octroi.operations.jpa.JpaOnDemandConfiguration;
import io.octroi.payment.translation.TranslationProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Starts the payment worker. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({MessagingConfiguration.class, JpaOnDemandConfiguration.class})
@EnableConfigurationProperties(TranslationProperties.class)
// Spring makes an instance of it.
@SuppressWarnings("checkstyle:HideUtilityClassConstructor")
public class PaymentWorkerApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(PaymentWorkerApplication.class, arguments);
  }
}
